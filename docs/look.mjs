// Looks at the report as readers do: at the widths of a desk and a phone, in light and dark, folded and open, and
// printed. Fails on whatever axe-core finds, on anything wider than the screen, and on a third page, or on one more than
// stands behind the name. With --picture, which may be repeated, it writes a picture of the book, with the fingerprint of
// the report it shows.
//
// usage: look.mjs BROWSER REPORT[:PAGES]... [--picture REPORT PICTURE]...

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(resolve(process.env.NODE_MODULES ?? "node_modules", "x.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [browserPath, ...rest] = process.argv.slice(2);
const pictures = [];
for (let at = rest.indexOf("--picture"); at >= 0; at = rest.indexOf("--picture")) {
  const [, shown, picture] = rest.splice(at, 3);
  pictures.push([shown, picture]);
}
let passed = 0;
let failed = 0;

function check(what, faults) {
  if (faults.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${what}`);
    for (const fault of faults) console.log(`    ${fault}`);
  }
}

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

async function opened(report, width, scheme) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(pathToFileURL(resolve(report)));
  return page;
}

// Every report at both widths and in both colours; the first in all four views, the others in two that hold them all,
// turn about: axe-core takes seconds for one.
async function looked(named, number) {
  const [, report, most = "2"] = named.match(/^(.*?)(?::(\d+))?$/);
  for (const [at, [device, width]] of [["desk", 1200], ["phone", 360]].entries()) {
    for (const [colour, scheme] of ["light", "dark"].entries()) {
      if (number > 0 && (at + colour + number) % 2) continue;
      const page = await opened(report, width, scheme);
      for (const open of [false, true]) {
        await page.evaluate((open) => document.querySelectorAll("details").forEach((own) => (own.open = open)), open);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations);
        const faults = found.map((own) => `${own.id} (${own.nodes.length}): ${own.nodes[0].html.slice(0, 200)}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) faults.push(`${over} pixels wider than the screen`);
        check(`${report}: ${device}, ${scheme}, ${open ? "open" : "folded"}`, faults);
      }
      await page.close();
    }
  }
  for (const format of ["A4", "Letter"]) {
    const page = await opened(report, 1200, "light");
    const printed = Buffer.from(await page.pdf({ format })).toString("latin1");
    const pages = (printed.match(/\/Type\s*\/Page\b/g) ?? []).length;
    check(`${report}: ${format}`, pages > 0 && pages <= Number(most) ? [] : [`${pages} pages`]);
    await page.close();
  }
}

// As many at a time as there are processors: each page is a process of its own.
const waiting = [...rest.entries()];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let next; (next = waiting.shift()); ) await looked(next[1], next[0]);
  }),
);

for (const [shown, picture] of pictures) {
  const page = await opened(shown, 1000, "light");
  // No taller than what it shows: the drawings and what follows change with every rule.
  const end = await page.evaluate(() => document.querySelector("section.values")?.getBoundingClientRect().top ?? 1120);
  await page.screenshot({ path: picture, clip: { x: 0, y: 0, width: 1000, height: Math.min(Math.ceil(end), 1120) } });
  await page.close();
  // What the picture shows stands before the drawings.
  const [first] = readFileSync(shown, "utf8").split('id="h-values"');
  writeFileSync(`${picture}.sha256`, `${createHash("sha256").update(first).digest("hex")}\n`);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
