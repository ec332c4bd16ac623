interface Closeable {
  close(): Promise<void>;
  /** Asks for the end in the process's last instant, when nothing can be awaited. */
  closeWithoutWaiting(): void;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Closes a server together with this process: in order at a signal, and by a last word at every other end, an uncaught error among them. Where
 * the program handles a signal itself, it also closes the server, in its own order. Answers a function that calls this off.
 */
export function stopWithProcess({ close, closeWithoutWaiting }: Closeable): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    void close().finally(() => {
      forget();
      process.kill(process.pid, signal); // nobody listens any more: the process ends as the signal says
    });
  };
  const forget = (): void => {
    process.off("exit", closeWithoutWaiting);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on("exit", closeWithoutWaiting);
  for (const signal of signals) process.on(signal, onSignal);
  return forget;
}
