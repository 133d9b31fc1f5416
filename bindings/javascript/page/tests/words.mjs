// Every text that the page says itself, as it stands in its sources.

import { readFileSync, readdirSync } from "node:fs";

const src = new URL("../src/", import.meta.url);
const read = (name) => readFileSync(new URL(name, src), "utf8");

export function texts() {
  const found = new Set();
  for (const name of readdirSync(src).filter((own) => own.endsWith(".js") && !own.startsWith("words."))) {
    for (const [, text] of read(name).matchAll(/\b(?:t|key)\(("(?:[^"\\]|\\.)*")/g)) found.add(JSON.parse(text));
  }
  const html = read("index.html");
  for (const [tag, text] of html.matchAll(/<\w[^>]*\sdata-ta?(?=[\s=>])[^>]*>([^<]*)/g)) {
    if (/\sdata-t(?=[\s>])/.test(tag)) found.add(text.replaceAll("&amp;", "&").replace(/\s+/g, " ").trim());
    for (const name of /\sdata-ta="([^"]*)"/.exec(tag)?.[1].split(" ") ?? []) found.add(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? `no ${name}: ${tag}`);
  }
  return [...found];
}
