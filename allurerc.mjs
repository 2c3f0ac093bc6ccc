// The page that `npm run report` makes: one file that opens from disk, ordered as specs/ is.
// oxlint-disable-next-line import/no-default-export -- Allure asks for one
export default {
  name: 'Identity Services conformance',
  output: 'results/allure-report',
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
  // The first match wins. The harness throws a Violation for a rule that does not hold and a Trouble when the tenant
  // could not be asked; a violated SHOULD is declared as expected, so its check counts as passed.
  categories: [
    { name: 'Contract broken (MUST)', matchers: { statuses: ['failed'], message: /^Violation: / } },
    { name: 'Warning (SHOULD or MAY not followed)', matchers: { statuses: ['passed'], message: /^Violation: / } },
    { name: 'Trouble on the road to the tenant', matchers: { message: /^Trouble: / } },
    { name: 'Fault of the harness', matchers: { statuses: ['failed', 'broken'] } },
  ],
}
