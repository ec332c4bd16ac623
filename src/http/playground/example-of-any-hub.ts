/** What is offered where a hub holds no demonstration data: a question that fits every hub, and how one asks as somebody. */
export const exampleOfAnyHub = Object.freeze({
  domain: "reference",
  name: "begin",
  title: { en: "Begin here", zh: "从这里开始" },
  question: `# Without a token you are the public (未携带令牌即为公众).
# With one, add under "Set Headers" (设置请求头):  authorization: Bearer <token or API key>
# Clients get tokens at /oauth/token (令牌由 /oauth/token 签发).
query Begin {
  me { audience }
  administrativeDivisions(first: 5) { totalCount nodes { code name level } }
  whyDenied(coordinate: "Official.idNumber") { disclosureClass basis rule howToApply }
}
`,
  variables: {},
  extensions: {},
  personas: [],
});
