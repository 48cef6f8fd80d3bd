// Drawings in the place of photographs.
const colours = { Tents: '#3b6e4f', Packs: '#8a4b2d', Lamps: '#a67c00', Stoves: '#4a5568' };
const shapes = {
  Tents: '<path d="M80 20 L140 100 L20 100 Z M80 50 L95 100 L65 100 Z" fill-rule="evenodd"/>',
  Packs: '<rect x="50" y="20" width="60" height="85" rx="18"/><rect x="60" y="60" width="40" height="30" rx="6" fill="#fff"/>',
  Lamps: '<circle cx="80" cy="55" r="28"/><rect x="70" y="83" width="20" height="22"/>',
  Stoves: '<rect x="35" y="60" width="90" height="40" rx="6"/><path d="M60 55 q8 -22 16 0 q8 -30 18 0 Z"/>',
};

export const picture = (id, category) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120">
<rect width="160" height="120" fill="hsl(${(id * 47) % 360} 35% 88%)"/><g fill="${colours[category]}">${shapes[category]}</g></svg>`;

export const banner = () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 180"><rect width="720" height="180" fill="#dbe7f0"/>
<path d="M0 150 L180 40 L320 120 L470 30 L720 150 L720 180 L0 180 Z" fill="#7590a3"/><path d="M250 160 L290 110 L330 160 Z M400 165 L440 115 L480 165 Z" fill="#3b6e4f"/></svg>`;
