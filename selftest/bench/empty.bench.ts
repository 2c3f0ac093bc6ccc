import { test } from '@playwright/test'

for (let number = 1; number <= Number(process.env.BENCH_TESTS); number++) test(`nothing ${number}`, () => {})
