// Says what vitest's JSON report counted, as `N passed, N failed`, and fails unless tests ran and none failed. Runs on any Node.js.
const { readFileSync } = require("node:fs");

let report = null;
try {
  report = JSON.parse(readFileSync(process.argv[2], "utf8"));
} catch {
  console.log("The tests left no report: lint or types failed before them, or the runner did.");
}
const passed = report?.numPassedTests ?? 0;
// A file that fails before its tests are known has none to count: it counts as one itself.
const unread = (report?.testResults ?? []).filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
const failed = (report?.numFailedTests ?? 0) + unread.length;
for (const { name } of unread) console.log(`${name} failed as a whole.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = report?.success === true && passed > 0 && failed === 0 ? 0 : 1;
