/**
 * A number as a spreadsheet keeps it, in plain decimal notation: whole numbers as they are written, others with the 15 digits that a
 * spreadsheet shows, so that 0.1 + 0.2 is 0.3. Of a number with more digits than a spreadsheet keeps, such as an identity number that was typed as a
 * number, the last are lost: it stays in the notation that tells so, 5.10107199001011E+17. Null where the text is no number.
 */
export function plainNumber(written: string): string | null {
  if (/^-?[1-9]\d{0,29}$/.test(written)) return written;
  const value = Number(written);
  if (written.trim() === "" || !Number.isFinite(value)) return null;
  if (Math.abs(value) >= 1e15) return value.toPrecision(15).replace(/\.?0*e/, "E");
  const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(value.toPrecision(15))!;
  const digits = whole! + fraction;
  const point = whole!.length + Number(exponent);
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const split = Math.max(point, 1);
  const decimals = padded.slice(split).replace(/0+$/, "");
  const text = padded.slice(0, split).replace(/^0+(?=\d)/, "") + (decimals && `.${decimals}`);
  return text === "0" ? text : sign! + text;
}
