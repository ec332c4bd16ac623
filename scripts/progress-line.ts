/** Whether somebody watches: then a line is written anew while work goes on. */
export const isWatched = process.stderr.isTTY;

/** Milliseconds between two states of the line. */
const every = 100;

const anew = "\r\u001b[K";
const width = 25;

/** A bar of how much is done, by a share from 0 to 1. */
export const barOf = (share: number): string => `[${"█".repeat(Math.round(share * width)).padEnd(width, "░")}]`;

/** A line about how far work has come. It is asked for its text as often as one can read it; where nobody watches, never. */
export function progressLine(): (textOf: () => string) => void {
  let at = 0;
  return (textOf) => {
    if (!isWatched || performance.now() - at < every) return;
    at = performance.now();
    process.stderr.write(anew + textOf());
  };
}

/** Takes the line away. */
export function clearProgressLine(): void {
  if (isWatched) process.stderr.write(anew);
}
