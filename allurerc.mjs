// The page that `npm run report` makes: one file that opens from disk, ordered as specs/ is. What it shows of a run is
// told by that command; without it (`npx allure generate`) the page has neither environment nor history.
const { name, history, mostRuns, facts = {} } = JSON.parse(process.env.CONFORMANCE_ALLURE ?? '{}')

/** Checks of a verdict; `npm run report` labels the result files with it. */
const judged = verdict => ({ labels: { verdict } })

// oxlint-disable-next-line import/no-default-export -- Allure asks for one
export default {
  name: name ?? 'Identity Services conformance',
  output: 'results/allure-report',
  // Of the machine and the test runner: no help to a reader.
  hideLabels: ['host', 'thread', 'framework', 'language', 'package', 'parentSuite', 'subSuite'],
  variables: facts,
  ...(history && { historyPath: history, historyLimit: mostRuns }),
  plugins: {
    awesome: {
      options: {
        reportName: 'Identity Services conformance',
        reportLanguage: 'en',
        singleFile: true,
        groupBy: ['epic', 'feature', 'story'],
      },
    },
  },
  // The first match wins. A check without a label is of a run that was cut off before it had a verdict: then the kind of
  // its error tells. The harness throws a Violation for a rule that does not hold and a Trouble when the tenant could not
  // be asked; a violated SHOULD is declared as expected, so its check counts as passed, and what could not be judged as
  // skipped.
  categories: [
    { name: 'Known deviation', matchers: judged('deviation') },
    { name: 'Contract broken (MUST)', matchers: [judged('fail'), { statuses: ['failed'], message: /^Violation: / }] },
    {
      name: 'Warning (SHOULD not followed, or something odd)',
      matchers: [judged('warn'), { statuses: ['passed'], labels: { tag: 'SHOULD' }, message: /^Violation: / }],
    },
    { name: 'Blocked by another requirement', matchers: [judged('blocked'), { message: /^Trouble: blocked by / }] },
    {
      name: 'Trouble on the road to the tenant',
      matchers: [
        { ...judged('inconclusive'), message: /^(Trouble: |Test timeout )/ },
        { statuses: ['skipped'], message: /^Trouble: / },
      ],
    },
    {
      name: 'Fault of the harness',
      matchers: [judged('fault'), judged('inconclusive'), { statuses: ['failed', 'broken'] }],
    },
  ],
}
