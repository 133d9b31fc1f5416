// Keeps the page for when there is no network. Only its own files; a new version takes the place of the old one.
const KEPT = "ekbom-VERSION";
const FILES = [/*FILES*/];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const others = caches.keys().then((keys) => Promise.all(keys.filter((key) => key.startsWith("ekbom-") && key !== KEPT).map((key) => caches.delete(key))));
  event.waitUntil(others.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(caches.open(KEPT).then(async (cache) => (await cache.match(event.request, { ignoreSearch: true })) ?? fetch(event.request)));
});
