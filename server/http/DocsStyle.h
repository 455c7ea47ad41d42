// The style sheet of the docs page, light and dark.
#pragma once

namespace countersign {

inline constexpr char kDocsStyle[] = R"css(
:root{--bg:#F4F5F7;--surface:#FFFFFF;--line:#E2E5EA;--text:#18202B;--muted:#5D6878;--accent:#2F5BD7;--code:#EEF1F6;
--get:#0B7D73;--post:#2F5BD7;--patch:#8A5B00;--delete:#B3261E;--must:#B3261E}
@media (prefers-color-scheme:dark){:root{--bg:#12161C;--surface:#1A2029;--line:#2B3441;--text:#E7EBF1;--muted:#9AA6B6;
--accent:#8CA8FF;--code:#232B37;--get:#4CC9BA;--post:#8CA8FF;--patch:#F0C060;--delete:#FF8A80;--must:#FF8A80}}
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-behavior:smooth;scroll-padding-top:16px}
body{margin:0;background:var(--bg);color:var(--text);font:14px/1.55 Inter,system-ui,"Segoe UI",Roboto,sans-serif;
display:grid;grid-template-columns:280px minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:24px 16px 32px;background:var(--surface);border-right:1px solid var(--line)}
nav h1{font-size:17px;margin:0 8px}
nav .version{color:var(--muted);margin:0 8px 16px;font-size:12px}
nav h2{font-size:11px;letter-spacing:.06em;text-transform:uppercase;color:var(--muted);margin:20px 8px 4px}
nav a{display:flex;gap:8px;align-items:baseline;padding:4px 8px;border-radius:6px;color:var(--text);text-decoration:none;overflow-wrap:anywhere}
nav a:hover,nav a:focus-visible{background:var(--code)}
nav .verb{flex:0 0 44px;font-size:10px}
main{padding:32px clamp(16px,4vw,56px) 96px;max-width:1080px}
main>section{margin-bottom:48px}
h2{font-size:22px;margin:0 0 12px;letter-spacing:-.01em}
h3{font-size:15px;margin:20px 0 8px}
p{margin:8px 0;max-width:72ch}
a{color:var(--accent)}
.quiet,.rule{color:var(--muted)}
.rule{font-size:13px}
article{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:20px 24px;margin:16px 0}
article>header{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:baseline}
article .path{font:600 15px/1.4 ui-monospace,"JetBrains Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
.verb{font:700 11px/1.8 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.04em}
.GET{color:var(--get)}.POST{color:var(--post)}.PATCH,.PUT{color:var(--patch)}.DELETE{color:var(--delete)}
.badge{margin-left:auto;font-size:12px;color:var(--muted);border:1px solid var(--line);border-radius:999px;padding:1px 10px}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-size:12px;font-weight:600;text-align:left;color:var(--muted);background:var(--bg)}
th,td{padding:7px 12px;border-bottom:1px solid var(--line);vertical-align:top}
tbody tr:last-child td{border-bottom:0}
td.name{white-space:nowrap}
code{font:13px ui-monospace,"JetBrains Mono",Menlo,Consolas,monospace;background:var(--code);border-radius:4px;padding:1px 5px;overflow-wrap:anywhere}
td.name code{background:none;padding:0}
.must{color:var(--must)}
pre{margin:8px 0 0;padding:14px 16px;background:var(--code);border-radius:6px;overflow-x:auto;font:12.5px/1.6 ui-monospace,"JetBrains Mono",Menlo,Consolas,monospace}
details{margin-top:12px}
summary{cursor:pointer;font-weight:600;padding:4px 0;border-radius:4px}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.codes{display:flex;flex-wrap:wrap;gap:6px;margin-top:14px}
.codes span{font-size:12px;border:1px solid var(--line);border-radius:999px;padding:1px 10px;color:var(--muted)}
@media (max-width:860px){body{grid-template-columns:1fr}nav{position:static;height:auto;max-height:45vh;border-right:0;border-bottom:1px solid var(--line)}}
@media print{body{display:block;background:#fff}nav{display:none}article{break-inside:avoid}}
)css";

} // namespace countersign
