/** Bytes of GB18030, made from what the decoder says of every code of two and of four bytes; characters beyond the first plane are counted. */
export function encodeGb18030(text: string): Buffer {
  return Buffer.concat(Array.from(text, (sign) => {
    const point = sign.codePointAt(0)!;
    if (point < 0x80) return Buffer.of(point);
    const code = point > 0xffff ? fourBytes(point - 0x10000 + 189_000) : codes().get(sign);
    if (!code) throw new Error(`No code of GB18030 is known for U+${point.toString(16)}.`);
    return code;
  }));
}

const fourBytes = (index: number): Buffer => Buffer.of(0x81 + Math.floor(index / 12_600), 0x30 + (Math.floor(index / 1260) % 10), 0x81 + (Math.floor(index / 10) % 126), 0x30 + (index % 10));

let made: Map<string, Buffer> | null = null;

function codes(): Map<string, Buffer> {
  if (made) return made;
  const all: Buffer[] = [];
  for (let index = 0; index < 39_420; index++) all.push(fourBytes(index));
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) all.push(Buffer.of(lead, trail));
  const decoder = new TextDecoder("gb18030");
  made = new Map(all.map((code) => [decoder.decode(code), code]));
  return made;
}
