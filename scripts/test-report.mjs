/** What each runner's JSON report says: how many tests passed, and which failed. */

/**
 * How a report is read, by runner. Each takes the parsed report and gives
 * `{ passed: number, failed: string[] }`; a line names the file, the test and what it said first.
 */
export const readReport = {
  vitest: ({ numPassedTests, testResults }) => ({
    passed: numPassedTests,
    failed: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed');
      if (tests.length > 0) return tests.map((test) => line(name, test.fullName, test.failureMessages[0]));
      return status === 'failed' ? [line(name, 'could not start', message)] : [];
    }),
  }),

  playwright: ({ stats, suites }) => ({
    passed: stats.expected,
    failed: suites
      .flatMap(specsOf)
      .flatMap(({ file, title, tests }) =>
        tests
          .filter((test) => test.status === 'unexpected')
          .map((test) => line(file, title, test.results[0]?.error?.message)),
      ),
  }),
};

function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function line(file, test, message = 'no message') {
  const said = message
    // The colours of a terminal.
    .replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g'), '')
    .split('\n')
    .slice(0, 6)
    .join('\n      ');
  return `${file} › ${test}\n      ${said}`;
}
