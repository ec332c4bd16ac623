/**
 * Codes with which a connection ends under a question. The driver would use it again, yet where the question was still to be sent, it holds
 * its next message back for ever (3.4.9: the timer of its writes is cleared and not forgotten).
 */
export const isLoss = (code: string): boolean => /^(CONNECTION_|ECONNRESET|EPIPE|08|57P0[12])/.test(code);
