import type { System } from '../../enerflo/state/rows.ts';
import { uuidFrom } from '../../enerflo/state/uuid.ts';

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** `pricingOutputs.design`: roofs, equipment, and what the house uses (field facts 4.3). */
export function pricedDesign(system: System, random: () => number): object {
  const roofs = 1 + Math.floor(random() * 3);
  const counts = Array.from({ length: roofs }, (_, place) =>
    place === 0
      ? system.panelCount - (roofs - 1) * Math.floor(system.panelCount / roofs)
      : Math.floor(system.panelCount / roofs),
  );
  const months = () => Array.from({ length: 12 }, () => round(0.7 + random() * 0.3, 4));
  const consumption = Array.from({ length: 12 }, () => Math.round(700 + random() * 700));
  const annual = consumption.reduce((sum, one) => sum + one, 0);
  return {
    arrays: counts.map((moduleCount, place) => ({
      module: {
        id: uuidFrom(random),
        name: system.panel.name,
        model: system.panel.model,
        manufacturer: system.panel.manufacturer,
        capacity: system.panel.watts,
        width: 1.134,
        length: 1.722,
        efficiency: 0.209,
        degradation: 0.0045,
        thumbnail: null,
      },
      moduleCount,
      azimuth: 90 + place * 90,
      pitch: 22,
      tof: round(0.9 + random() * 0.1, 3),
      tsrf: round(0.8 + random() * 0.2, 3),
      solarAccess: round(0.85 + random() * 0.15, 3),
      solarAccessByMonth: months(),
      inverterIndex: 0,
      roofPlaneIndex: place,
      panelOrientation: 'portrait',
    })),
    inverters: [
      {
        id: uuidFrom(random),
        name: system.inverter.name,
        model: system.inverter.model,
        manufacturer: system.inverter.manufacturer,
        count: system.inverterCount,
        isMicro: system.inverterCount > 1,
        acOutput: 290,
        efficiency: 0.97,
        panelRatio: 1,
      },
    ],
    batteries:
      system.batteryCount > 0 ? [{ id: uuidFrom(random), name: 'Lumen 13', count: system.batteryCount }] : [],
    batteryCount: system.batteryCount,
    batteryPurpose: system.batteryCount > 0 ? 'backup' : null,
    mountingType: 'roof',
    roofMaterial: 'asphalt shingle',
    weightedTsrf: round(0.85 + random() * 0.1, 3),
    offset: system.offset,
    firstYearProduction: system.firstYearProduction,
    totalSystemSizeWatts: system.sizeWatts,
    cumulativeSystemSizeWatts: system.sizeWatts,
    inverterCount: system.inverterCount,
    source: { id: uuidFrom(random), tool: 'AURORA' },
    utility: { id: uuidFrom(random), name: system.utility.name, genabilityId: String(system.utility.id) },
    consumptionProfile: {
      annualConsumption: annual,
      averageMonthlyBill: round((annual * 0.14) / 12),
      annualBill: round(annual * 0.14),
      consumption,
      tariff: tariff('Residential', random),
      postSolarTariff: tariff('Residential net metering', random),
      utility: { id: uuidFrom(random), name: system.utility.name },
    },
  };
}

/** Rates by season and hour: long in reality too. */
function tariff(name: string, random: () => number): object {
  return {
    id: uuidFrom(random),
    name,
    code: name.slice(0, 3).toUpperCase(),
    rates: Array.from({ length: 4 }, (_, season) => ({
      id: uuidFrom(random),
      season: ['winter', 'spring', 'summer', 'autumn'][season],
      hourly: Array.from({ length: 24 }, (_hour, hour) => ({
        hour,
        buy: round(0.09 + random() * 0.12, 5),
        sell: round(0.04 + random() * 0.05, 5),
      })),
    })),
  };
}
