// Lays the page out twice from one source: `ekbom.html`, one file to open by double click, and `site`, a folder for any
// static server. No bundler: the modules are few, and each name in them is its own.
//
// usage: build.mjs PACKAGE OUT, where PACKAGE is what bindings/javascript/build.sh made

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [pkg, out] = process.argv.slice(2).map((own) => resolve(own));
if (!pkg || !out) throw new Error("usage: build.mjs PACKAGE OUT");
const src = new URL("src/", import.meta.url);
const read = (name) => readFileSync(new URL(name, src), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// In the order in which each needs those before it.
const MODULES = ["words.de.js", "words.js", "dom.js", "catalogue.js", "state.js", "record.js", "entry.js", "answer.js", "explore.js", "examples.js", "main.js"];

const wasm = readFileSync(join(pkg, "ekbom.wasm"));
const german = readFileSync(join(pkg, "de.po"));
const layer = readFileSync(join(pkg, "ekbom.js"), "utf8");
const style = read("style.css").trim();

// The whole report brings its own style: the policy names it by its hash.
const { loadSync } = await import(pathToFileURL(join(pkg, "ekbom.js")).href);
const fragment = loadSync(wasm).report({ labs: [] }, "fragment");
const reportStyle = /<style>([\s\S]*?)<\/style>/.exec(fragment)?.[1] ?? "";

const policy = (more) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; ${more}">`;
const page = (parts) =>
  Object.entries(parts).reduce((text, [name, part]) => text.replace(`<!--${name}-->`, () => part), read("index.html"));

function without(text) {
  return text
    .replace(/^import [\s\S]*?;$/gm, "")
    .replace(/^export (async function|function|class|const)/gm, "$1")
    .replaceAll("import.meta.url", "document.baseURI");
}

const packed = (id, bytes) => `<script type="application/octet-stream" id="${id}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "site"), { recursive: true });

const script = `"use strict";(() => {\n${[layer, ...MODULES.map(read), read("one.js")].map(without).join("\n")}\n})();`;
writeFileSync(
  join(out, "ekbom.html"),
  page({
    policy: policy(`script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)} ${hash(reportStyle)}`),
    style: `<style>${style}</style>`,
    script: `${packed("wasm", wasm)}\n${packed("de", german)}\n<script>${script}</script>`,
  }),
);

const site = (name, text) => writeFileSync(join(out, "site", name), text);
const index = page({
  policy: policy(
    `script-src 'self' 'wasm-unsafe-eval'; style-src 'self' ${hash(reportStyle)}; connect-src 'self'; worker-src 'self'; manifest-src 'self'`,
  ),
  style: '<link rel="stylesheet" href="style.css">',
  script: '<script type="module" src="boot.js"></script>',
});
site("index.html", index);
site("style.css", `${style}\n`);
for (const name of [...MODULES, "boot.js"]) site(name, read(name));
copyFileSync(join(pkg, "ekbom.js"), join(out, "site", "ekbom.js"));
copyFileSync(join(pkg, "ekbom.wasm"), join(out, "site", "ekbom.wasm"));
copyFileSync(join(pkg, "de.po"), join(out, "site", "de.po"));
const files = ["./", "style.css", "boot.js", "ekbom.js", "ekbom.wasm", "de.po", ...MODULES];
const version = createHash("sha256").update(index).update(style).update(layer).update(wasm).update(german);
for (const name of [...MODULES, "boot.js"]) version.update(read(name));
site("sw.js", read("sw.js").replace("VERSION", version.digest("hex").slice(0, 16)).replace("/*FILES*/", files.map((own) => JSON.stringify(own)).join(", ")));
