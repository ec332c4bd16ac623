export interface Closeable {
  close(): Promise<void>;
  /** Asks for the end in the process's last instant, when nothing can be awaited. */
  closeWithoutWaiting(): void;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What is to be closed together with this process; while there is something, its ends are listened for. */
const open = new Set<Closeable>();

/**
 * Closes something together with this process: in order at a signal, and by a last word at every other end, an uncaught error among them. Where
 * the program handles a signal itself, it also closes what it opened, in its own order. Answers a function that calls this off.
 */
export function stopWithProcess(closeable: Closeable): () => void {
  if (open.size === 0) listen();
  open.add(closeable);
  return () => {
    if (open.delete(closeable) && open.size === 0) listenNoMore();
  };
}

function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...open].map((closeable) => closeable.close())).then(() => {
    listenNoMore();
    process.kill(process.pid, signal); // nobody listens any more: the process ends as the signal says
  });
}

function onExit(): void {
  for (const closeable of open) closeable.closeWithoutWaiting();
}

function listen(): void {
  process.on("exit", onExit);
  for (const signal of signals) process.on(signal, onSignal);
}

function listenNoMore(): void {
  process.off("exit", onExit);
  for (const signal of signals) process.off(signal, onSignal);
}
