/** What each runner's JSON report says: how many tests passed, and which failed or passed only when tried again. */

/**
 * How a report is read, by runner. Each takes the parsed report and gives
 * `{ passed: number, failed: string[], flaky: string[] }`; a line names the file, the test and what it said first.
 */
export const readReport = {
  vitest: ({ numPassedTests, testResults }) => ({
    passed: numPassedTests,
    failed: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed');
      if (tests.length > 0) return tests.map((test) => line(name, test.fullName, test.failureMessages[0]));
      return status === 'failed' ? [line(name, 'could not start', message)] : [];
    }),
    flaky: [],
  }),

  playwright: ({ stats, suites }) => {
    const specs = suites.flatMap(specsOf);
    const named = (status) =>
      specs.flatMap(({ file, title, tests }) =>
        tests
          .filter((test) => test.status === status)
          .map((test) => line(file, title, test.results[0]?.error?.message)),
      );
    return {
      passed: stats.expected + stats.flaky,
      failed: named('unexpected'),
      flaky: named('flaky'),
    };
  },
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
