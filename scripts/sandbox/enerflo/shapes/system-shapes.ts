import type { System } from '../state/rows.ts';

/** Money of a system, dollars; a `ppw` is dollars a watt. */
export function costShape(system: System) {
  const { grossCost, baseCost, dealerFees, downPayment, sizeWatts, adders } = system;
  const perWatt = (cost: number) => Math.round((cost / sizeWatts) * 10_000) / 10_000;
  return {
    ppw_gross: perWatt(grossCost),
    ppw_net: perWatt(grossCost - dealerFees),
    system_cost_gross: grossCost,
    system_cost_base: baseCost,
    system_cost_base_adders: baseCost + adders.reduce((sum, one) => sum + one.cost * one.quantity, 0),
    dealer_fees: dealerFees,
    downpayment: downPayment,
    itc_total: Math.round(grossCost * 0.3),
    rebates_total: 0,
  };
}

/** What the older API calls `solarData`; size in kW. */
export function solarShape(system: System) {
  return {
    system_size: system.sizeWatts / 1000,
    offset: system.offset,
    panel_count: system.panelCount,
    panel: system.panel,
    inverter: system.inverter,
    inverter_count: system.inverterCount,
    battery_count: system.batteryCount,
    system_production: system.firstYearProduction,
    system_cost: system.baseCost,
    system_adder_cost: system.adders.reduce((sum, one) => sum + one.cost * one.quantity, 0),
    total_system_cost: system.grossCost,
    ppw: Math.round((system.grossCost / system.sizeWatts) * 100) / 100,
    net_cost: system.grossCost - Math.round(system.grossCost * 0.3),
    rebates: [],
    finance_method: system.financeMethod,
    adders: system.adders,
  };
}
