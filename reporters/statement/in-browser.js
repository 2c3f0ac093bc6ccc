;(() => {
  'use strict'
  const names = ['verdict', 'level', 'area', 'text']
  const form = document.getElementById('filters')
  const found = document.getElementById('found')
  const rows = [...document.querySelectorAll('#rows > tr')]
  const texts = new Map()

  // Read when somebody searches, not when the page opens.
  const textOf = row => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase())
    return texts.get(row)
  }

  const wanted = () => Object.fromEntries(names.map(name => [name, form.elements[name].value.trim()]))

  const show = () => {
    const { verdict, level, area, text } = wanted()
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    let count = 0
    for (const row of rows) {
      const fits =
        (verdict === '' || row.dataset.verdict === verdict) &&
        (level === '' || row.dataset.level === level) &&
        (area === '' || row.dataset.area === area) &&
        words.every(word => textOf(row).includes(word))
      row.hidden = !fits
      count += fits ? 1 : 0
    }
    const all = count === rows.length
    found.textContent = all ? `All ${count} requirements` : `${count} of ${rows.length} requirements`
  }

  const remember = () => {
    const chosen = Object.entries(wanted()).filter(([, value]) => value !== '')
    const hash = new URLSearchParams(chosen).toString()
    history.replaceState(null, '', hash === '' ? '#requirements' : `#${hash}`)
  }

  const openRow = row => {
    if (row.hidden) {
      for (const name of names) form.elements[name].value = ''
      show()
    }
    const details = row.querySelector('details')
    if (details) details.open = true
    row.scrollIntoView({ block: 'center' })
  }

  // An address holds either filters, or the place of something in the page.
  const restore = () => {
    const hash = location.hash.slice(1)
    const asked = new URLSearchParams(hash)
    if (names.some(name => asked.has(name))) {
      for (const name of names) {
        const field = form.elements[name]
        field.value = asked.get(name) ?? ''
        if (field.selectedIndex === -1) field.value = ''
      }
      show()
      document.getElementById('requirements').scrollIntoView()
      return
    }
    const place = hash === '' ? null : document.getElementById(hash)
    if (place && rows.includes(place)) openRow(place)
    for (let outer = place?.closest('details'); outer; outer = outer.parentElement.closest('details')) outer.open = true
  }

  const change = () => {
    show()
    remember()
  }

  form.addEventListener('input', change)
  form.addEventListener('submit', event => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(change))
  addEventListener('hashchange', restore)

  const copied = async (text, script) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // A page from a disk may have no clipboard to write to: what is selected can be copied still.
      getSelection().selectAllChildren(script)
      return document.execCommand('copy')
    }
  }

  const copy = async button => {
    const script = button.parentElement.querySelector('pre.script')
    const done = await copied(script.textContent, script)
    const status = button.nextElementSibling
    status.textContent = done ? ' Copied.' : ' The script is selected: press Ctrl+C.'
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy')
    if (button) void copy(button)
  })

  // What is folded would be missing on paper; only the rows of the long list, and scripts that nobody
  // copies from there, stay as they are.
  let unfolded = []
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll('main details:not([open])')].filter(
      one => !one.matches('#rows *, .replay'),
    )
    for (const one of unfolded) one.open = true
  })
  addEventListener('afterprint', () => {
    for (const one of unfolded) one.open = false
  })

  show()
  restore()
})()
