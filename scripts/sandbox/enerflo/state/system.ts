import type { System } from './rows.ts';

const panels = [
  { id: 311, name: 'Northfield NF-400', manufacturer: 'Northfield', model: 'NF-400', watts: 400 },
  { id: 318, name: 'Brightmoor BM-425', manufacturer: 'Brightmoor', model: 'BM-425', watts: 425 },
  { id: 327, name: 'Lakeline LX-410', manufacturer: 'Lakeline', model: 'LX-410', watts: 410 },
];
const inverters = [
  { id: 52, name: 'Corvane M8 Micro', manufacturer: 'Corvane', model: 'M8' },
  { id: 57, name: 'Tessler S7600', manufacturer: 'Tessler', model: 'S7600' },
];
const utilities = [
  { id: 1101, name: 'Salt Valley Power' },
  { id: 1108, name: 'Bay State Electric' },
  { id: 1113, name: 'Hill Country Co-op' },
];
const lenders = ['Sunfield Credit Union', 'Harbor Lending', 'Sunnova', 'Cash'];
const extras = [
  { id: 901, name: 'Main panel upgrade', cost: 3200, quantity: 1 },
  { id: 907, name: 'Critter guard', cost: 950, quantity: 1 },
  { id: 915, name: 'EV charger', cost: 1400, quantity: 1 },
];

function pick<Item>(items: readonly Item[], random: () => number, fallback: Item): Item {
  return items[Math.floor(random() * items.length)] ?? fallback;
}

/** A likely solar system; the numbers agree with each other. */
export function makeSystem(random: () => number): System {
  const panel = pick(panels, random, { id: 0, name: '', manufacturer: '', model: '', watts: 400 });
  const inverter = pick(inverters, random, { id: 0, name: '', manufacturer: '', model: '' });
  const panelCount = 12 + Math.floor(random() * 25);
  const sizeWatts = panelCount * panel.watts;
  const baseCost = Math.round(sizeWatts * (2.6 + random() * 0.8));
  const adders = extras.filter(() => random() < 0.3);
  const lender = pick(lenders, random, 'Cash');
  const dealerFees = lender === 'Cash' ? 0 : Math.round(baseCost * 0.18);
  return {
    sizeWatts,
    panelCount,
    panel,
    inverter,
    inverterCount: inverter.id === 52 ? panelCount : 1,
    batteryCount: random() < 0.25 ? 1 : 0,
    firstYearProduction: Math.round(sizeWatts * (1.25 + random() * 0.4)),
    offset: Math.round((0.75 + random() * 0.4) * 100) / 100,
    utility: pick(utilities, random, { id: 0, name: '' }),
    lender,
    financeMethod: lender === 'Cash' ? 'cash' : 'loan',
    baseCost,
    dealerFees,
    downPayment: 0,
    grossCost: baseCost + dealerFees + adders.reduce((sum, one) => sum + one.cost * one.quantity, 0),
    adders,
  };
}
