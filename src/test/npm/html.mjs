// html-validate, written by others, on a free port of this machine, for as long as somebody holds our input open: what is posted is
// a page, what comes back is what is wrong with it, a line for each fault.
import { createServer } from "node:http";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  // Where a template's condition does not hold, the spaces before it stay at the end of a line. No browser and no reader sees them.
  "no-trailing-whitespace": "off",
  // HTML has no style of void elements to be true to: <br> and <br /> are the same.
  "void-style": "off",
  // A limit of search engines, which are kept out. Titles say what failed before they say where, and Welsh takes more room.
  "long-title": "off",
  // GOV.UK's links that look like buttons say that they are some, and its script lets the space bar press them. Other roles are looked at.
  "prefer-native-element": ["error", { exclude: ["button"] }],
};
const checker = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));

const faults = async (page) => {
  const report = await checker.validateString(page);
  return report.results
    .flatMap((result) => result.messages)
    .map(({ line, column, ruleId, message, selector }) => `${line}:${column} ${ruleId}: ${message} (${selector})`);
};

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part)).on("end", async () => {
    try {
      response.end((await faults(Buffer.concat(parts).toString())).join("\n"));
    } catch (failed) {
      response.writeHead(500).end(String(failed));
    }
  });
}).listen(0, "127.0.0.1", () => console.log(`ready ${server.address().port}`));
process.stdin.on("end", () => process.exit()).resume();
