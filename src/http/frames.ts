/** Frames that a log line holds. */
const kept = 6;

/** A call site as V8 writes it: where it was, and in which function. */
const frame = /^\s+at (?:(?:async )?([\w$.<> ]+?) \()?(?:file:\/\/)?(?:\/.*\/)?((?:src|test|scripts|node_modules)\/[\w@$./+-]+|node:[\w/]+):(\d+):(\d+)\)?$/;

/**
 * Where it happened, for the log. A stack begins with the error's message, which may hold values, in lines of their own that can look like
 * frames: the message is cut off first, and a stack in which it does not stand as it is now says nothing at all.
 */
export function framesOf(error: Error): string[] {
  const { stack = "", message } = error;
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split("\n")
    .flatMap((line) => {
      const [, name, file, row, column] = frame.exec(line) ?? [];
      return file ? [`${name ? `${name} ` : ""}${file}:${row}:${column}`] : [];
    })
    .slice(0, kept);
}
