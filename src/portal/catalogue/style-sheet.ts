/** How the pages look: system fonts, light and dark, on a telephone, on paper. No class is told by its colour alone. */
export const styleSheet = `
:root {
  --paper: #ffffff; --ground: #f4f6f9; --ink: #16202c; --quiet: #556274; --line: #d8dfe8; --link: #0b5394; --head: #123a63; --head-ink: #ffffff; --mark: #fff3c4;
  --open: #17633a; --open-ground: #e3f4e9; --shared: #0d5589; --shared-ground: #e2f0fb; --conditional: #7a4a00; --conditional-ground: #fdf0d5;
  --restricted: #9b1c1c; --restricted-ground: #fde8e8; --withheld: #4a5361; --withheld-ground: #e9ecf1;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151b23; --ground: #0e131a; --ink: #e6ebf2; --quiet: #a3afbf; --line: #2c3644; --link: #8cc2ff; --head: #0f2a48; --head-ink: #f2f6fb; --mark: #3d3513;
    --open: #8ee0ae; --open-ground: #143322; --shared: #93cdf9; --shared-ground: #12304a; --conditional: #f4c877; --conditional-ground: #3a2a0d;
    --restricted: #ffa8a8; --restricted-ground: #431a1c; --withheld: #c0c8d4; --withheld-ground: #2a323d;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px; }
main:focus { outline: none; }
code { font: .92em ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", "Noto Sans Mono CJK SC", monospace; overflow-wrap: break-word; }
.skip, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: static; display: block; width: auto; height: auto; clip-path: none; padding: .5rem 1.5rem; background: var(--mark); color: var(--ink); }

header.site { background: var(--head); color: var(--head-ink); }
header.site a { color: inherit; }
.bar, .places ul, main, footer.site { max-width: 82rem; margin: 0 auto; padding: 0 1.5rem; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1.5rem; padding-top: .9rem; padding-bottom: .7rem; }
.bar p { margin: 0; }
.name a { text-decoration: none; display: inline-flex; flex-wrap: wrap; align-items: baseline; column-gap: .6rem; }
.name span { font-size: .9rem; opacity: .85; }
.name strong { font-size: 1.2rem; letter-spacing: .02em; }
.search { display: flex; flex: 1 1 18rem; max-width: 34rem; margin-left: auto; }
.search input[type=search] { flex: 1; min-width: 0; border: 1px solid transparent; border-radius: .35rem 0 0 .35rem; padding: .45rem .75rem; font: inherit; background: var(--paper); color: var(--ink); }
.search button { border: 0; border-radius: 0 .35rem .35rem 0; padding: .45rem 1rem; font: inherit; background: #2f6ea8; color: #fff; cursor: pointer; }
.languages a { border: 1px solid rgb(255 255 255 / .5); border-radius: 1rem; padding: .15rem .8rem; font-size: .9rem; text-decoration: none; }
.places { border-top: 1px solid rgb(255 255 255 / .18); }
.places ul { display: flex; flex-wrap: wrap; gap: 0 1.6rem; list-style: none; }
.places a { display: block; padding: .5rem 0; text-decoration: none; border-bottom: 3px solid transparent; font-size: .95rem; }
.places a:hover { border-color: rgb(255 255 255 / .5); }
.places a[aria-current] { border-color: #ffc861; font-weight: 600; }

main { padding-top: 1.6rem; padding-bottom: 3rem; }
footer.site { padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .88rem; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .4rem; }
h1 code, h2 code { font-size: .72em; color: var(--quiet); font-weight: 500; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .6rem; line-height: 1.35; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
p { margin: .4rem 0; }
.crumbs { font-size: .9rem; color: var(--quiet); margin: 0 0 .8rem; }
.lead { font-size: 1.05rem; max-width: 58rem; }
.quiet, .sentence { color: var(--quiet); }
.sentence { font-size: .88rem; line-height: 1.45; margin: .15rem 0 0; }
.term { font-weight: 600; }
td .term, th .term { font-weight: 600; }
.class { display: inline-block; border-radius: .3rem; padding: .05rem .5rem; font-size: .86rem; font-weight: 600; white-space: nowrap; }
.class + .term { display: inline-block; white-space: nowrap; font-weight: 400; font-size: .86rem; color: var(--quiet); }
${["open", "shared", "conditional", "restricted", "withheld"].map((cls) => `.class.${cls} { color: var(--${cls}); background: var(--${cls}-ground); }`).join("\n")}

.sheet { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.3rem; }
.sheet > :first-child, .sheet > section:first-child > :first-child { margin-top: 0; }
.sheet > h2 { font-size: 1.05rem; margin-bottom: .3rem; }
.sheet > h2 + h3 { margin-top: .6rem; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; margin-top: 1.2rem; align-items: start; }
.parts ul { display: flex; flex-wrap: wrap; gap: .4rem .6rem; list-style: none; padding: 0; margin: .9rem 0 0; }
.parts a { display: block; border: 1px solid var(--line); background: var(--paper); border-radius: 1rem; padding: .1rem .8rem; font-size: .9rem; text-decoration: none; }
.parts a:hover { border-color: var(--link); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .35rem 1.4rem; margin: 1rem 0 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.rule ul { margin: .3rem 0; padding-left: 1.3rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem; padding: 0; list-style: none; margin: 1.2rem 0 0; }
.tiles a { display: block; height: 100%; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; text-decoration: none; }
.tiles a:hover { border-color: var(--link); }
.tiles strong { display: block; font-size: 1.5rem; line-height: 1.2; color: var(--ink); }

table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; font-size: .94rem; line-height: 1.5; }
caption { text-align: left; padding: 0 0 .5rem; color: var(--quiet); font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .8rem; border-top: 1px solid var(--line); overflow-wrap: break-word; }
thead th { border-top: 0; font-size: .86rem; font-weight: 600; color: var(--quiet); background: var(--ground); }
thead th:first-child { border-top-left-radius: .6rem; }
thead th:last-child { border-top-right-radius: .6rem; }
tbody th { font-weight: 400; }
@media (min-width: 60rem) {
  table.fields, table.types, table.datasets { table-layout: fixed; }
  .fields thead th:nth-child(1) { width: 30%; } .fields thead th:nth-child(2) { width: 14%; } .fields thead th:nth-child(3) { width: 18%; } .fields thead th:nth-child(5) { width: 11%; } .fields thead th:nth-child(6) { width: 8%; }
  .types thead th:nth-child(1) { width: 38%; } .types thead th:nth-child(2) { width: 7%; } .types thead th:nth-child(3) { width: 16%; } .types thead th:nth-child(4) { width: 18%; }
  .datasets thead th:nth-child(1) { width: 26%; } .datasets thead th:nth-child(3) { width: 11%; } .datasets thead th:nth-child(5) { width: 10%; } .datasets thead th:nth-child(6) { width: 14%; } .datasets thead th:nth-child(7) { width: 14%; }
}
td p, th p { margin: .15rem 0; }
tr:target, tr:target > *, li:target, section:target > h2, section:target > h3 { background: var(--mark); }
.anchor { text-decoration: none; color: inherit; }
.anchor:hover code { text-decoration: underline; }
.nobreak { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .8rem; margin: 1rem 0 .6rem; }
.filter input, .filter select { font: inherit; padding: .35rem .7rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--paper); color: var(--ink); min-width: 14rem; }
.filter select { min-width: 0; }
.filter output { color: var(--quiet); font-variant-numeric: tabular-nums; }
.columns { columns: 3 17rem; column-gap: 2rem; padding-left: 1.2rem; }
.columns li { break-inside: avoid; margin: .15rem 0; }
.found { list-style: none; padding: 0; margin: 1rem 0; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; }
.found li { padding: .6rem 1rem; border-top: 1px solid var(--line); }
.found li:first-child { border-top: 0; }
.found .kind { font-size: .8rem; color: var(--quiet); border: 1px solid var(--line); border-radius: .3rem; padding: 0 .4rem; white-space: nowrap; }
details summary { cursor: pointer; }
.arrow { color: var(--quiet); }

@media (max-width: 48rem) {
  body { font-size: 15px; }
  .bar, .places ul, main, footer.site { padding-left: 1rem; padding-right: 1rem; }
  .name { flex: 1 1 0; }
  .search { order: 3; flex-basis: 100%; max-width: none; margin: 0; }
  .languages { margin-left: auto !important; }
  .places ul { flex-wrap: nowrap; overflow-x: auto; gap: 1.3rem; }
  .places a { white-space: nowrap; }
  h1 { font-size: 1.45rem; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd { margin-bottom: .6rem; }
  table, thead, tbody, tr, th, td, caption { display: block; width: auto; }
  table { background: none; border: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; margin: 0 0 .8rem; padding: .5rem .9rem; }
  tbody th, tbody td { border: 0; padding: .25rem 0; }
  tbody td { display: grid; grid-template-columns: 6.4rem minmax(0, 1fr); gap: .8rem; align-items: baseline; }
  tbody td[data-head]::before { content: attr(data-head); font-size: .86rem; line-height: 1.4; color: var(--quiet); }
  .number { text-align: left; }
}
@media print {
  :root { --paper: #fff; --ground: #fff; --ink: #000; --quiet: #333; --line: #999; --link: #000; --head: #fff; --head-ink: #000; }
  .search, .languages, .places, .parts, .filter, .skip, footer.site { display: none !important; }
  body { font-size: 10pt; }
  .bar, main { padding: 0; max-width: none; }
  a { text-decoration: none; }
  tr, .sheet { break-inside: avoid; }
  .class { border: 1px solid currentColor; }
}
`;
