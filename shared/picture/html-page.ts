import { escaped } from './markup'
import type { Svg } from './svg'
import { themes, type ThemeName } from './themes'

/**
 * A page of its own that shows a picture and lets it be moved and zoomed, with the pointer and with the keyboard. It
 * fetches nothing, so it can be sent by mail or kept beside the manifests.
 */
export function htmlPageOf(svg: Svg, title: string, themeName: ThemeName): string {
  const { canvas, card, text, border, blocked } = themes[themeName]
  const colours = `--canvas:${canvas};--card:${card};--text:${text};--border:${border};--focus:${blocked}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${escaped(title)}</title>
<style>:root{color-scheme:${themeName};${colours}}${STYLE}</style>
</head>
<body>
<main id="stage" tabindex="0" aria-label="Picture: arrows move it, plus and minus zoom, 0 shows all">
<div id="picture">${svg.text}</div>
</main>
<nav aria-label="Zoom"><button id="out" aria-label="Zoom out">−</button><button id="all">Fit</button><button id="in" aria-label="Zoom in">+</button></nav>
<script>const width=${svg.width},height=${svg.height};${SCRIPT}</script>
</body>
</html>
`
}

const STYLE = `
html,body{margin:0;height:100%;overflow:hidden;background:var(--canvas);font:13px/20px system-ui,sans-serif}
#stage{position:fixed;inset:0;cursor:grab;touch-action:none}
#stage:focus-visible{outline:2px solid var(--focus);outline-offset:-2px}
#stage.moving{cursor:grabbing}
#picture{position:absolute;transform-origin:0 0}
#picture svg{display:block}
nav{position:fixed;right:12px;bottom:12px;display:flex;gap:4px;padding:4px;border:1px solid var(--border);border-radius:8px;background:var(--card)}
nav button{min-width:28px;height:28px;border:0;border-radius:6px;background:none;color:var(--text);font:inherit;cursor:pointer}
nav button:hover,nav button:focus-visible{background:var(--border)}
`

/** Plain JavaScript for the page: what it shows has to work in any browser, years from now, without this program. */
const SCRIPT = `
const stage=document.getElementById('stage'),picture=document.getElementById('picture')
let x=0,y=0,zoom=1,grip=null
function show(){picture.style.transform='translate('+x+'px,'+y+'px) scale('+zoom+')'}
function fit(){zoom=Math.min(1,innerWidth/width,innerHeight/height);x=(innerWidth-width*zoom)/2;y=(innerHeight-height*zoom)/2;show()}
function zoomAt(factor,px,py){const next=Math.min(4,Math.max(.05,zoom*factor));x=px-(px-x)*next/zoom;y=py-(py-y)*next/zoom;zoom=next;show()}
const zoomBy=factor=>zoomAt(factor,innerWidth/2,innerHeight/2)
stage.addEventListener('pointerdown',e=>{grip={x:e.clientX-x,y:e.clientY-y};stage.setPointerCapture(e.pointerId);stage.classList.add('moving')})
stage.addEventListener('pointermove',e=>{if(grip){x=e.clientX-grip.x;y=e.clientY-grip.y;show()}})
for(const end of ['pointerup','pointercancel'])stage.addEventListener(end,()=>{grip=null;stage.classList.remove('moving')})
stage.addEventListener('wheel',e=>{e.preventDefault();if(e.ctrlKey||e.metaKey)zoomAt(Math.exp(-e.deltaY/200),e.clientX,e.clientY);else{x-=e.deltaX;y-=e.deltaY;show()}},{passive:false})
addEventListener('keydown',e=>{const by={ArrowLeft:[60,0],ArrowRight:[-60,0],ArrowUp:[0,60],ArrowDown:[0,-60]}[e.key]
if(by){x+=by[0];y+=by[1];show()}else if(e.key==='+'||e.key==='=')zoomBy(1.25);else if(e.key==='-')zoomBy(.8);else if(e.key==='0')fit();else return;e.preventDefault()})
document.getElementById('in').onclick=()=>zoomBy(1.25);document.getElementById('out').onclick=()=>zoomBy(.8);document.getElementById('all').onclick=fit
addEventListener('resize',fit);fit()
`
