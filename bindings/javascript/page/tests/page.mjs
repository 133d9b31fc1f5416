// The page as people use it, in Chromium, without a network: opened from a file and from a server, typed into, pasted into.
//
// usage: node page.mjs BROWSER MODULES BUILT VECTORS EXPECTED REPORTS [PICTURES]
//
// MODULES holds playwright-core and axe-core; BUILT is what build.mjs made; EXPECTED what `ekbom-js-expected` printed;
// REPORTS a folder of laboratory reports. With PICTURES it makes those of the book. EKBOM_ONLY in the environment runs the tests
// with these words in their names alone.

import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { EXAMPLES } from "../src/examples.js";
import { DE } from "../src/words.de.js";
import { texts } from "./words.mjs";

const [executablePath, modules, built, vectors, expected, reports, pictures] = process.argv.slice(2);
const require = createRequire(resolve(modules, "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const one = pathToFileURL(resolve(built, "ekbom.html")).href;

let passed = 0;
let failed = 0;
/** @type {(what: string, run: () => Promise<any>) => Promise<void>} */
async function test(what, run) {
  if (!what.includes(process.env.EKBOM_ONLY ?? "")) return;
  try {
    await run();
    passed += 1;
    console.log(`ok     ${what}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${what}: ${String(error.stack ?? error).slice(0, 1500)}`);
  }
}
function same(is, should, what = "") {
  const [left, right] = [is, should].map((own) => JSON.stringify(own));
  if (left !== right) throw new Error(`${what} ${left}, not ${right}`);
}
function holds(is, what) {
  if (!is) throw new Error(what);
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });

async function opened(url = one, { width = 1280, height = 900, scheme = "light", offline = true, touch = false, locale = "en-GB" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: /** @type {any} */ (scheme), offline, locale, hasTouch: touch, acceptDownloads: true });
  const page = await context.newPage();
  /** @type {any} */ (page).faults = [];
  page.on("pageerror", (error) => /** @type {any} */ (page).faults.push(error.stack ?? String(error)));
  page.on("console", (said) => said.type() === "error" && /** @type {any} */ (page).faults.push(said.text()));
  page.on("request", (asked) => {
    if (!/^(file|blob|data):|^http:\/\/127\.0\.0\.1/.test(asked.url())) /** @type {any} */ (page).faults.push(`asked for ${asked.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector("html[data-ready]", { timeout: 120_000, state: "attached" });
  return page;
}
const settled = (page) => page.waitForFunction(() => document.getElementById("answer")?.getAttribute("aria-busy") === "false", null, { timeout: 60_000 });
const acts = (page) => page.$$eval(".acts .text", (all) => all.map((own) => own.textContent));
async function closed(page) {
  same(/** @type {any} */ (page).faults, [], "faults");
  await page.context().close();
}
async function typed(page, text) {
  await page.fill("#paste", text);
  await page.click("#take");
  await page.waitForTimeout(200);
  await settled(page);
}
async function clean(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] })).violations);
  same(found.map((own) => `${own.id}: ${own.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`), [], `axe, ${what}`);
}
const link = (patient) => `${one}#p=${Buffer.from(JSON.stringify(patient)).toString("base64url")}`;

const NAMES = { ferritin: "Serum ferritin", tsat: "Transferrin saturation", b12_total: "Vitamin B12", crp: "CRP", creatinine: "Creatinine", haemoglobin: "Hb", mcv: "MCV" };
/** A result as it is typed. */
const line = (lab) => {
  const limits = lab.ref_low === undefined ? "" : lab.ref_high === undefined ? ` (> ${lab.ref_low})` : ` (${lab.ref_low} - ${lab.ref_high})`;
  return `${NAMES[lab.analyte]} ${lab.comparator ?? ""}${lab.value} ${lab.unit}${limits}`;
};
/** Only what can be typed on a line. */
const plain = (patient) => ({ ...patient, labs: patient.labs.map(({ days_ago, morning, iron_free_hours, ...lab }) => lab) });

await test("bytes and the first answer", async () => {
  const file = statSync(join(built, "ekbom.html")).size;
  const folder = readdirSync(join(built, "site")).reduce((sum, name) => sum + gzipSync(readFileSync(join(built, "site", name))).length, 0);
  const page = await opened();
  const first = await page.evaluate(() => Number(document.documentElement.dataset.first));
  const longest = await page.evaluate(() => new Promise((done) => {
    let most = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((own) => (most = Math.max(most, own.duration)))).observe({ type: "longtask", buffered: true });
    setTimeout(() => done(Math.round(most)), 300);
  }));
  console.log(`       one file ${Math.round(file / 1000)} kB; folder ${Math.round(folder / 1000)} kB compressed; first answer ${first} ms; longest task ${longest} ms`);
  // What is not the library; that one is measured where it is built for a release.
  const own = readFileSync(join(built, "ekbom.html"), "utf8").replace(/<script type="application\/octet-stream"[\s\S]*?<\/script>/g, "").length;
  holds(own < 130_000, `the page itself is ${own} bytes`);
  await closed(page);
});

await test("three results typed, and what to do", async () => {
  const page = await opened();
  await page.focus("#paste");
  await page.keyboard.type("ferritin 38 ng/ml");
  await page.waitForTimeout(300);
  await settled(page);
  holds((await page.textContent("#draft")).startsWith("Ferritin 38"), "not read while typing");
  holds((await acts(page)).includes("Measure transferrin saturation (morning sample, 24 h without iron)."), "no answer while typing");
  await page.keyboard.press("Enter");
  await page.keyboard.type("tsat 15 %");
  await page.keyboard.press("Enter");
  await page.keyboard.type("b12 150 pg/ml");
  await page.keyboard.press("Enter");
  await page.fill("#age", "52");
  await page.click("[data-sex=male]");
  await page.waitForTimeout(300);
  await settled(page);
  same(await page.$$eval("#labs .val", (all) => all.length), 3);
  holds((await acts(page)).includes("Iron by mouth for restless legs."), JSON.stringify(await acts(page)));
  await closed(page);
});

for (const { name, patient } of EXAMPLES) {
  await test(`typed to act: ${name}`, async () => {
    const reference = await opened(link(plain(patient)));
    holds(!reference.url().includes("#"), "the link's data stayed in the address");
    const should = await acts(reference);
    holds(should.length > 0, "no acts");
    await closed(reference);
    const page = await opened();
    for (const lab of patient.labs) await typed(page, line(lab));
    await page.fill("#age", String(patient.age_years));
    await page.click(`[data-sex=${patient.sex}]`);
    for (const summary of await page.$$(".all > summary")) await summary.click();
    for (const group of ["symptoms", "history"]) {
      for (const [key, value] of Object.entries(patient[group] ?? {})) {
        const item = page.locator(`#${group} [data-key="${group}.${key}"]`);
        if (typeof value === "boolean") await item.locator(`[data-value=${value}]`).click();
        else if (typeof value === "string") await item.locator("select").selectOption(value);
        else {
          await item.locator("input").fill(String(value));
          await item.locator("input").blur();
        }
      }
    }
    for (const medicine of patient.medicines ?? []) {
      await page.focus("#med");
      await page.keyboard.type(medicine);
      await page.keyboard.press("Enter");
    }
    for (const group of patient.complete ?? []) await page.check(`[data-complete=${group}]`);
    await page.waitForTimeout(400);
    await settled(page);
    same(await acts(page), should);
    holds(!page.url().includes("#"), "something was written to the address");
    await closed(page);
  });
}

// Left out, it would read as not taken where the list is said to be complete.
await test("a medicine that nobody knows is kept, and said", async () => {
  const page = await opened();
  await page.focus("#med");
  await page.keyboard.type("zyxomorphane");
  await page.keyboard.press("Enter");
  await page.check("[data-complete=medicines]");
  await page.waitForTimeout(400);
  await settled(page);
  holds((await page.innerText("#meds")).includes("zyxomorphane"), "it is not in the list");
  holds(/not recognised/i.test(await page.innerText("body")), "nobody says that it was not recognised");
  await closed(page);
});

const counts = { "uk-gp.txt": [11, 0], "us-portal.txt": [13, 0], "german.txt": [11, 0], "damaged.txt": [1, 9] };
for (const name of readdirSync(reports).sort()) {
  await test(`pasted: ${name}`, async () => {
    const page = await opened();
    await typed(page, readFileSync(join(reports, name), "utf8"));
    const used = await page.$$eval("#labs > li:not(.doubted)", (all) => all.length);
    const doubted = await page.$$eval("#reading .doubted", (all) => all.length);
    if (name in counts) same([used, doubted], counts[name]);
    holds(used + doubted > 0, "nothing was read");
    if (name === "damaged.txt") {
      const raw = await page.$$eval("#reading .doubted .raw", (all) => all.map((own) => own.textContent));
      holds(raw.includes("Ferritin  1,234  ng/mL"), `a doubted line is not shown: ${raw}`);
      await page.click("#reading .doubted button >> nth=0");
      await page.waitForTimeout(300);
      same(await page.$$eval("#labs > li:not(.doubted)", (all) => all.length), used + 1);
    }
    holds(!/\b(false|undefined|null|NaN)\b/.test(await page.innerText("body")), "a word of the program's own");
    await clean(page, name);
    await closed(page);
  });
}

// An older result that stood for it could say the opposite.
const OLDER = { age_years: 50, sex: "male", labs: [{ analyte: "ferritin", value: 20, unit: "ng/mL" }, { analyte: "tsat", value: 12, unit: "%" }] };
const DOUBTED = "Report\nFerritin  12,345  ng/mL";
const used = (page) => page.$$eval("#labs > li:not(.doubted) .val", (all) => all.map((own) => own.textContent?.replace("\u00a0", " ")));
const inDoubt = (page) => page.$$eval("#labs > li.doubted .val", (all) => all.map((own) => own.textContent?.replace("\u00a0", " ")));

await test("a doubted newer result: no older one stands for it, and what it may forbid is withheld", async () => {
  const page = await opened(link(OLDER));
  const before = await acts(page);
  holds(before.some((text) => text.startsWith("Iron by mouth")) || (await page.innerText("#answer")).includes("Ferritin"), String(before));
  await typed(page, DOUBTED);
  same(await inDoubt(page), ["12345 ng/mL", "12.345 ng/mL"]);
  const said = await page.innerText(".aside");
  holds(/Ferritin 20.ng\/mL: .*does not stand for it/.test(said) && /is it 12345 or 12.345/.test(said), said);
  holds((await acts(page)).some((text) => text.startsWith("No iron for restless legs until somebody has answered")), String(await acts(page)));
  holds((await page.$$eval(".strips .name", (all) => all.map((own) => own.textContent))).every((own) => !own?.startsWith("Ferritin")), "the older one stands");
  await clean(page, "in doubt");
  // What it says takes the place of every reading.
  await page.click("#reading .doubted button >> nth=1");
  await page.waitForTimeout(300);
  await settled(page);
  same(await inDoubt(page), []);
  holds((await used(page)).includes("12.345 ng/mL"), String(await used(page)));
  await closed(page);
});

await test("a doubted result is corrected by hand, or removed", async () => {
  const page = await opened(link(OLDER));
  await typed(page, DOUBTED);
  await page.click("#labs .doubted summary >> nth=0");
  await page.fill("#labs .doubted form input", "123,4");
  await page.click("#labs .doubted form button");
  await page.waitForTimeout(300);
  await settled(page);
  same([await inDoubt(page), (await used(page)).includes("123.4 ng/mL")], [[], true]);
  await page.click('[aria-label="Remove Ferritin"] >> nth=1');
  await typed(page, DOUBTED);
  await page.click("#labs .doubted button >> nth=0");
  await page.waitForTimeout(300);
  await settled(page);
  same(await inDoubt(page), []);
  holds(!(await page.isVisible(".aside")), "still set aside");
  // As long as it stands in the box it is doubted too.
  await page.fill("#paste", "ferritin 3x ng/ml");
  await page.waitForTimeout(300);
  await settled(page);
  holds((await page.innerText(".aside")).includes("does not stand for it"), "the older one stands while it is typed");
  // Saved and opened again it is still in doubt.
  await page.fill("#paste", "");
  await typed(page, DOUBTED);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const text = readFileSync(await download.path(), "utf8");
  await page.click("#clear");
  await page.setInputFiles("#file", { name: "patient.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.waitForTimeout(300);
  await settled(page);
  same(await inDoubt(page), ["12345 ng/mL", "12.345 ng/mL"]);
  await closed(page);
});

await test("damaged pastes stop nothing", async () => {
  const page = await opened();
  for (const text of ["\u0000\u0001((((", "<script>alert(1)</script> 5 ng/ml", "Ferritin 38 ng/mL\n".repeat(200), "9".repeat(50_000), "ferritin <img src=x onerror=alert(1)> 5 ng/ml"]) {
    await page.fill("#paste", text);
    await page.click("#take");
    await settled(page);
    await page.click("#clear");
  }
  same(await page.$$eval("#reading img, #reading script", (all) => all.length), 0);
  await closed(page);
});

await test("what cannot be is refused, and said", async () => {
  const page = await opened();
  await page.fill("#age", "abc");
  await page.waitForTimeout(300);
  await settled(page);
  holds((await page.textContent("#answer")).includes("Nothing was assessed"), "not refused");
  await clean(page, "refused");
  await closed(page);
});

await test("a result is removed, changed, and asked what if", async () => {
  const page = await opened(link(EXAMPLES[0].patient));
  await page.click("#labs summary >> nth=0");
  await page.waitForSelector(".whatif input");
  const before = await acts(page);
  await page.locator(".whatif input").fill("90");
  await page.waitForTimeout(600);
  holds((await page.textContent(".whatif output")).includes("No longer: Iron by mouth"), await page.textContent(".whatif output"));
  // What would stop it is said, and not only what is gone.
  await page.locator(".whatif input").fill("100");
  await page.waitForTimeout(600);
  holds((await page.textContent(".whatif output")).includes("Stops: "), await page.textContent(".whatif output"));
  same(await acts(page), before, "what if changed the patient");
  await page.click('[aria-label="Remove Ferritin"]');
  await page.waitForTimeout(300);
  await settled(page);
  holds((await acts(page)).some((text) => text.startsWith("Measure ferritin")), "still counted");
  await closed(page);
});

await test("every text of the page is in German, and none that it no longer says", async () => {
  same([...texts()].sort(), Object.keys(DE).sort());
  const holes = (text) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const [english, german] of Object.entries(DE)) {
    holds(german.trim() !== "", english);
    same(holes(german), holes(english), english);
  }
});

await test("German: the page, the answer and the report, and nothing is lost", async () => {
  const page = await opened(link(EXAMPLES[0].patient));
  const english = await acts(page);
  await page.fill("#paste", "tsat 15 %");
  await page.waitForTimeout(300);
  await page.click("[data-lang=de]");
  await page.waitForSelector("html[lang=de]");
  await settled(page);
  same(await page.inputValue("#paste"), "tsat 15 %");
  await page.fill("#paste", "");
  await page.waitForTimeout(300);
  await settled(page);
  const german = await acts(page);
  same(german.length, english.length);
  holds(german.every((text, place) => text !== english[place]), `an act in English: ${german}`);
  same(await page.title(), "ekbom: Restless Legs, Eisen und Vitamin B12");
  same(await page.getAttribute("#answers", "aria-label"), "Antworten");
  same(await page.$$eval("#labs > li", (all) => all.length), EXAMPLES[0].patient.labs.length);
  const said = await page.innerText("body");
  for (const word of [/\b(the|and|with|not known|Remove|Because|Before)\b/]) holds(!word.test(said), `English: ${said.split("\n").filter((own) => word.test(own)).join(" | ")}`);
  await page.click("text=Der ganze Bericht");
  await page.waitForFunction(() => document.getElementById("full")?.shadowRoot?.querySelector("h2")?.textContent === "Was zu tun ist");
  await clean(page, "German");
  await page.click("#view-tables");
  await page.waitForSelector(".barrow strong");
  holds(/Ferritin|oral|Eisen/.test(await page.innerText("#x-bars")), "no bars");
  await page.click("#view-patient");
  await page.click("[data-lang=en]");
  await page.waitForSelector("html[lang=en]");
  await settled(page);
  same(await acts(page), english);
  await closed(page);
});

await test("German from the beginning, where the browser is", async () => {
  const page = await opened(one, { locale: "de-AT" });
  same(await page.getAttribute("html", "lang"), "de");
  await typed(page, "Ferritin 38,5 ng/ml");
  holds((await page.innerText("#labs")).includes("38,5"), await page.innerText("#labs"));
  holds((await acts(page)).length > 0, "no act");
  await typed(page, DOUBTED);
  holds(/Zeile 2 des Befunds/.test(await page.innerText("#labs")), await page.innerText("#labs"));
  await page.fill("#age", "abc");
  await page.waitForTimeout(300);
  await settled(page);
  holds((await page.textContent("#answer")).includes("Nichts wurde bewertet"), "not refused in German");
  await closed(page);
});

await test("each act opens its rule, its words and its source", async () => {
  const page = await opened(link(EXAMPLES[0].patient));
  await page.click(".acts > li:nth-child(2) summary");
  // What is opened is filled once the browser says that it is open.
  await page.waitForSelector(".acts > li:nth-child(2) .src li", { state: "attached" });
  holds((await page.textContent(".acts > li:nth-child(2) .rule")).includes("ferritin <= 75"), "no rule");
  holds((await page.$$(".acts > li:nth-child(2) .src li")).length > 0, "no source");
  await page.click(".decided summary >> nth=0");
  await page.waitForSelector(".decided details[open] .src li", { state: "attached" });
  holds((await page.$$(".decided details[open] .rule")).length > 0 && (await page.$$(".decided details[open] .src li")).length > 0, "a decided answer without its rule or source");
  await page.click("text=The whole report");
  await page.waitForFunction(() => document.getElementById("full")?.shadowRoot?.querySelector("h2"));
  await closed(page);
});

await test("a link says what it holds before it is copied", async () => {
  const page = await opened(link(EXAMPLES[1].patient));
  await page.click("#share");
  holds((await page.textContent("#share-dialog")).includes("holds the patient"), "no sentence");
  await clean(page, "share");
  await page.keyboard.press("Escape");
  holds(!(await page.isVisible("#share-dialog")), "the dialog stays");
  await closed(page);
});

await test("saved and opened again", async () => {
  const page = await opened(link(EXAMPLES[3].patient));
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const text = readFileSync(await download.path(), "utf8");
  same(JSON.parse(text).labs, EXAMPLES[3].patient.labs);
  const before = await acts(page);
  await page.click("#clear");
  await page.setInputFiles("#file", { name: "patient.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.waitForTimeout(300);
  await settled(page);
  same(await acts(page), before);
  await closed(page);
});

await test("a FHIR record: whoever is in it, and what became of each entry", async () => {
  const page = await opened();
  const result = (person, value, day) => ({
    resourceType: "Observation", status: "final", subject: { reference: `Patient/${person}` }, effectiveDateTime: day,
    code: { coding: [{ system: "http://loinc.org", code: "2276-4" }] }, valueQuantity: { value, unit: "ng/mL" },
  });
  const woman = { resourceType: "Patient", id: "a", gender: "female", birthDate: "1979-01-01", name: [{ family: "Nobody" }] };
  const other = { resourceType: "Patient", id: "b", gender: "male", birthDate: "1950-01-01" };
  const drop = async (resources) => {
    const buffer = Buffer.from(JSON.stringify(resources));
    await page.setInputFiles("#file", { name: "bundle.json", mimeType: "application/json", buffer });
    await page.waitForSelector("#reading .record");
    await settled(page);
  };
  await drop([woman, result("a", 22, "2024-03-01"), { ...result("a", 30, "2024-02-01"), status: "entered-in-error" }]);
  same(await page.$$eval("#labs > li", (all) => all.length), 1);
  holds((await acts(page)).some((text) => text.includes("ron")), "no act");
  const said = await page.textContent("#reading");
  holds(said.includes("entries read") && said.includes("1 skipped"), said);
  holds(!(await page.content()).includes("Nobody"), "a name came out");
  await clean(page, "record");
  await drop([woman, other, result("a", 22, "2024-03-01"), result("b", 300, "2024-03-01")]);
  same(await page.$$eval("#reading [aria-label='Persons in the record'] button", (all) => all.length), 2);
  await page.click("#reading [aria-label='Persons in the record'] button >> nth=1");
  await settled(page);
  same(await page.$$eval("#labs > li", (all) => all.length), 1);
  await closed(page);
});

await test("guidelines side by side", async () => {
  const page = await opened();
  await page.click("#view-tables");
  await page.waitForSelector(".barrow strong");
  const before = await page.$$eval(".barrow strong", (all) => all.map((own) => own.textContent));
  await page.locator("#x-ferritin").fill("250");
  await page.waitForTimeout(800);
  const after = await page.$$eval(".barrow strong", (all) => all.map((own) => own.textContent));
  holds(JSON.stringify(before) !== JSON.stringify(after), "nothing moved");
  await clean(page, "tables");
  await closed(page);
});

for (const [what, width, scheme, locale] of /** @type {[string, number, string, string?][]} */ ([["desk", 1280, "light"], ["desk, dark", 1280, "dark"], ["phone", 390, "light"], ["phone, dark", 320, "dark"], ["desk, German", 1280, "light", "de-DE"], ["phone, German", 320, "light", "de-DE"]])) {
  await test(`clean and within its width: ${what}`, async () => {
    const page = await opened(link(EXAMPLES[4].patient), { width, scheme, touch: width < 500, locale });
    await page.click("#labs summary >> nth=0");
    await clean(page, what);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    holds(wide <= 0, `${wide} px wider than the screen`);
    const out = await page.$$eval(".card, #answer > section", (all) => all.filter((own) => own.scrollWidth > own.clientWidth + 1).map((own) => own.className));
    same(out, [], "wider than their card");
    const small = await page.$$eval("button, select, input:not([type=checkbox]):not([hidden]), textarea, summary, .check, .jump", (all) =>
      all.filter((own) => own.checkVisibility()).map((own) => [own.getBoundingClientRect(), own]).filter(([box]) => box.height < 43.5 || box.width < 43.5).map(([box, own]) => `${own.outerHTML.slice(0, 60)} ${box.width}x${box.height}`));
    same(small, [], "smaller than 44 px");
    await page.click("#view-tables");
    await page.waitForSelector(".barrow strong");
    const tables = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    holds(tables <= 0, `tables ${tables} px wider than the screen`);
    await closed(page);
  });
}

await test("printed: the answer alone", async () => {
  const page = await opened(link(EXAMPLES[0].patient));
  await page.emulateMedia({ media: "print" });
  holds(!(await page.isVisible("#paste")) && (await page.isVisible(".acts")), "print");
  await closed(page);
});

// The folder, from a server that is stopped later.
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  const name = path === "/" ? "index.html" : path.slice(1);
  try {
    const body = readFileSync(join(built, "site", name.replaceAll("..", "")));
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
// It keeps nobody waiting who runs some tests alone.
server.unref();
await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
const url = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}/`;

await test("every vector in the folder's wasm, byte for byte", async () => {
  const page = await opened(url, { offline: false });
  const lines = readFileSync(expected, "utf8").split("\n");
  const names = readdirSync(vectors).filter((name) => name.endsWith(".json") && name !== "schema.json").sort((one, other) => (one < other ? -1 : 1));
  const texts = names.flatMap((name) => JSON.parse(readFileSync(join(vectors, name), "utf8")).vectors).map((own) => own.patient_text ?? JSON.stringify(own.patient));
  const said = await page.evaluate(async (texts) => {
    const { load, PatientRefused } = await import(/** @type {any} */ ("./ekbom.js"));
    const engine = await load();
    return texts.map((text) => {
      try {
        return engine.assessText(text);
      } catch (error) {
        if (!(error instanceof PatientRefused)) throw error;
        return JSON.stringify({ errors: /** @type {any} */ (error).errors, critical: /** @type {any} */ (error).critical });
      }
    });
  }, texts);
  const other = said.flatMap((text, place) => (text === lines[place] ? [] : [place]));
  console.log(`       ${said.length} vectors`);
  holds(said.length > 100, "hardly any vectors");
  same(other, [], "vectors that differ, by place");
  await closed(page);
});

await test("the folder goes on without its server", async () => {
  const page = await opened(url, { offline: false });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForTimeout(500);
  await new Promise((done) => {
    server.close(() => done(undefined));
    server.closeAllConnections();
  });
  await page.reload();
  await page.waitForSelector("html[data-ready]", { timeout: 60_000, state: "attached" });
  await typed(page, "ferritin 38 ng/ml");
  holds((await acts(page)).length > 0, "no answer");
  await page.context().close();
});

if (pictures) {
  const shoot = async (name, options, work) => {
    const page = await opened(link(EXAMPLES[0].patient), options);
    await work?.(page);
    await page.screenshot({ path: join(pictures, name) });
    await closed(page);
  };
  await shoot("browser.png", { width: 1280, height: 960 });
  await shoot("browser-dark.png", { width: 1280, height: 960, scheme: "dark" });
  await shoot("browser-phone.png", { width: 390, height: 844, touch: true }, async (page) => {
    await page.locator(".lead").scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector(".lead")?.scrollIntoView());
    await page.waitForTimeout(400);
  });
  await shoot("browser-german.png", { width: 1280, height: 960, locale: "de-DE" });
  await shoot("browser-paste.png", { width: 1280, height: 900 }, async (page) => {
    await page.click("#clear");
    await typed(page, readFileSync(join(reports, "damaged.txt"), "utf8"));
  });
  await shoot("browser-guidelines.png", { width: 1280, height: 700 }, async (page) => {
    await page.click("#view-tables");
    await page.waitForSelector(".barrow strong");
  });
}

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
