export const picture = (id) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="#d8edf5"/>
<path d="M0 62 q20 -8 40 0 t40 0 t40 0 t40 0 V90 H0 Z" fill="#3f87a6"/><path d="M30 48 h100 q-8 22 -28 22 h-44 q-20 0 -28 -22 Z" fill="hsl(${(id * 61) % 360} 55% 40%)"/>
<path d="M80 10 v36 h30 Z" fill="#fff" stroke="#44606d"/></svg>`;
