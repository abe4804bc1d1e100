// Opens every page of the site in Chromium, wide and narrow, light and dark, and reports what axe-core finds.
// Arguments: folder of the site, Chromium, folder of node_modules, and a pattern of pages; all without it.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";

const [site, chromium, modules, only = ""] = process.argv.slice(2);
const require = createRequire(resolve(modules, "axe.cjs"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json", ".xml": "text/xml" };
const server = createServer((request, response) => {
  let file = join(site, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  response.end(readFileSync(file));
}).listen(0);
const home = `http://localhost:${server.address().port}/`;

const places = [...readFileSync(join(site, "sitemap.xml"), "utf8").matchAll(/<loc>(.*?)<\/loc>/g)].map((m) => new URL(m[1], home).pathname).filter((place) => place.match(only));
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
let found = 0;
const report = (text) => {
  found++;
  console.log(text);
};
for (const scheme of ["light", "dark"]) {
  for (const width of [1300, 390]) {
    // The site stores its palette: each view has a browser without one.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(180_000); // A page is slow where the machine does other work.
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const where = (place) => `${place} (${width}, ${scheme})`;
    page.on("requestfailed", (request) => report(`${where(page.url())}: ${request.url()} failed`));
    page.on("request", (request) => {
      if (!request.url().startsWith(home) && !request.url().startsWith("data:")) report(`${where(page.url())} asks for ${request.url()}`);
    });
    for (const place of places) {
      await page.goto(new URL(place, home), { waitUntil: "load" });
      await page.evaluate(axe);
      const palette = await page.evaluate(() => document.body.dataset.mdColorScheme);
      if (palette !== (scheme === "dark" ? "slate" : "default")) report(`${where(place)}: has the palette ${palette}`);
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const violation of violations) {
        report(`${where(place)}: ${violation.id}, ${violation.help}: ${violation.nodes[0].html.slice(0, 160)}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) report(`${where(place)}: wider than the window by ${overflow} pixels`);
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(`${places.length} pages, 4 views each: ${found} findings`);
process.exit(found ? 1 : 0);
