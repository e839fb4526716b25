import type { RecordKind } from '../record-kind.ts';
import { pricing, systemSizeWatts } from './enerflo-project-paths.ts';
import { plain, reference } from './field.ts';

/** A design of an Enerflo 2.0 deal. Its root is the whole payload, as the deal's is. */
export const enerfloDesign: RecordKind = {
  kind: 'enerflo.design',
  label: 'Enerflo design',
  id: ['design.id'],
  clock: [],
  fields: [
    reference('dealId', 'Deal id', 'enerflo.deal', 'deal.id'),
    plain('systemSizeWatts', 'System size (W)', 'number', 'design.totalSystemSizeWatts', ...systemSizeWatts),
    plain('panelModel', 'Panel model', 'text', pricing('design.arrays.0.module.model')),
    plain('panelManufacturer', 'Panel manufacturer', 'text', pricing('design.arrays.0.module.manufacturer')),
    plain('inverterModel', 'Inverter model', 'text', pricing('design.inverters.0.model')),
    plain(
      'inverterManufacturer',
      'Inverter manufacturer',
      'text',
      pricing('design.inverters.0.manufacturer'),
    ),
    plain('inverterCount', 'Inverters', 'integer', pricing('design.inverterCount')),
    plain('batteryCount', 'Batteries', 'integer', pricing('design.batteryCount')),
    plain('batteryPurpose', 'Battery purpose', 'text', pricing('design.batteryPurpose')),
    plain('mountingType', 'Mounting', 'text', pricing('design.mountingType')),
    plain('roofMaterial', 'Roof material', 'text', pricing('design.roofMaterial')),
    plain('offset', 'Offset (1 is all of the consumption)', 'number', pricing('design.offset')),
    plain('firstYearProduction', 'First-year production', 'number', pricing('design.firstYearProduction')),
    plain('utility', 'Utility', 'text', pricing('design.utility.name')),
    plain('tool', 'Design tool', 'text', pricing('design.source.tool')),
  ],
};
