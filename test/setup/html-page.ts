import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** An HTML page, read as a browser reads it. */
export interface HtmlPage {
  /** What is not well formed in it, by the parser's own names. */
  readonly faults: readonly string[];
  readonly elements: readonly HtmlElement[];
  readonly ids: readonly string[];
  /** The text of the element with an id, spaces folded; undefined where there is none. */
  textOf(id: string): string | undefined;
  /** All text of the page, without style and script. */
  readonly text: string;
}

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What stands in a line with what is around it. */
const inline: ReadonlySet<string> = new Set(["a", "code", "span", "strong"]);

const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;

function textIn(node: Tree.Node): string {
  if (node.nodeName === "#text") return (node as Tree.TextNode).value;
  const within = "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
  return isElement(node) && !inline.has(node.tagName) ? ` ${within} ` : within;
}

const folded = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

export function readHtml(source: string): HtmlPage {
  const faults: string[] = [];
  const document = parse(source, { onParseError: ({ code, startLine }) => void faults.push(`${code} in line ${startLine}`) });
  const found: Tree.Element[] = [];
  const walk = (node: Tree.Node): void => {
    if (isElement(node)) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(document);
  const attributesOf = (element: Tree.Element) => Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  const elements = found.map((element) => ({ name: element.tagName, attributes: attributesOf(element), text: folded(textIn(element)) }));
  const body = elements.find(({ name }) => name === "main") ?? elements.find(({ name }) => name === "body");
  return {
    faults,
    elements,
    ids: elements.flatMap(({ attributes }) => attributes["id"] ?? []),
    textOf: (id) => elements.find(({ attributes }) => attributes["id"] === id)?.text,
    text: body?.text ?? "",
  };
}
