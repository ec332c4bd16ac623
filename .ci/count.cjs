// Says what vitest's JSON reports counted, as `N passed, N failed`, and fails unless each says that tests ran and none failed. Runs on any Node.js.
const { readFileSync } = require("node:fs");

const counted = process.argv.slice(2).map((path) => {
  let report = null;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    console.log(`${path}: the tests left no report: lint or types failed before them, or the runner did.`);
  }
  const passed = report?.numPassedTests ?? 0;
  // A file that fails before its tests are known has none to count: it counts as one itself.
  const unread = (report?.testResults ?? []).filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  for (const { name } of unread) console.log(`${name} failed as a whole.`);
  return { passed, failed: (report?.numFailedTests ?? 0) + unread.length, isGood: report?.success === true && passed > 0 };
});
const sum = (what) => counted.reduce((all, each) => all + each[what], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = counted.length > 0 && counted.every(({ isGood }) => isGood) && sum("failed") === 0 ? 0 : 1;
