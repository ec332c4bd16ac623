import { xmlText } from "./xml-text.ts";

/** How cells look. Without a number format they are text, which no spreadsheet turns to a number or a formula. */
export interface CellStyle {
  /** `yyyy-mm-dd`, `0.00`; `@` is text. */
  readonly numberFormat?: string;
  readonly isBold?: boolean;
  readonly isWrapped?: boolean;
  /** Colours as RRGGBB. */
  readonly fill?: string;
  readonly colour?: string;
}

/** Of cells that are text and nothing more. */
export const textStyle: CellStyle = { numberFormat: "@" };

/** The styles of one workbook, collected while its sheets are written. */
export interface StyleSheet {
  /** By which number cells refer to a style; the same object has the same number. */
  indexOf(style: CellStyle): number;
  /** The part `xl/styles.xml`, complete once the sheets are written. */
  xml(): string;
}

const builtIn: Readonly<Record<string, number>> = { "@": 49 };
const firstOwnFormat = 164;

export function styleSheet(): StyleSheet {
  const numbers = new Map<CellStyle, number>();
  const indexOf = (style: CellStyle): number => {
    const known = numbers.get(style);
    if (known === undefined) numbers.set(style, numbers.size + 1);
    return known ?? numbers.size;
  };
  return { indexOf, xml: () => stylesXml([...numbers.keys()]) };
}

/** Each style has a font and a fill of its own number; the first two fills and the first of all else are what the format demands. See ECMA-376 Part 1, 18.8. */
function stylesXml(styles: readonly CellStyle[]): string {
  const formatId = (place: number): number => builtIn[styles[place]!.numberFormat ?? "@"] ?? firstOwnFormat + place;
  const formats = styles.flatMap(({ numberFormat = "@" }, place) => (numberFormat in builtIn ? [] : [`<numFmt numFmtId="${formatId(place)}" formatCode="${xmlText(numberFormat)}"/>`]));
  const font = ({ isBold = false, colour }: CellStyle): string => `<font>${isBold ? "<b/>" : ""}<sz val="11"/>${colour ? `<color rgb="FF${colour}"/>` : ""}<name val="等线"/><family val="2"/></font>`;
  const fill = ({ fill: colour }: CellStyle): string => `<fill>${colour ? `<patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill>` : '<patternFill patternType="none"/>'}</fill>`;
  const cell = ({ isWrapped = false }: CellStyle, place: number): string =>
    `<xf numFmtId="${formatId(place)}" fontId="${place + 1}" fillId="${place + 2}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${isWrapped ? ' wrapText="1"' : ""}/></xf>`;
  const list = (name: string, items: readonly string[]): string => (items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`);
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list("numFmts", formats),
    list("fonts", [font({}), ...styles.map(font)]),
    list("fills", ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>', ...styles.map(fill)]),
    list("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list("cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...styles.map(cell)]),
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
}
