import type { System } from '../../enerflo/state/rows.ts';
import { uuidFrom } from '../../enerflo/state/uuid.ts';
import { pricedDesign } from './v2-priced-design.ts';
import type { Submission } from './v2-submission.ts';

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** `proposal.pricingOutputs`: some sixty keys, most of the size of a submission (field facts 4.3). */
export function pricingOutputs(
  { deal, customer, rep, sales, installer }: Submission,
  state: object,
  random: () => number,
): object {
  const { system } = deal;
  const adders = system.adders.map((adder) => calculatedAdder(adder, random));
  const available = Array.from({ length: 72 }, (_, place) => ({
    ...calculatedAdder(
      { id: 900 + place, name: `Adder ${place + 1}`, cost: 150 + place * 75, quantity: 1 },
      random,
    ),
    isAvailable: place % 3 !== 0,
  }));
  const addersTotal = system.adders.reduce((sum, one) => sum + one.cost * one.quantity, 0);
  const netCost = system.baseCost + addersTotal;
  const rebate = round(netCost * 0.3);
  const priced = [...adders, ...available].map(
    ({ id, amount }) => [id, { tax: 0, costWithTax: amount }] as const,
  );
  const product = financeProduct(system, random);
  return {
    deal: {
      org: { id: sales.uuid },
      installer: { id: installer.uuid },
      state,
      projectAddress: {
        lat: customer.latitude,
        lng: customer.longitude,
        line1: customer.street,
        line2: null,
        line3: null,
        city: customer.city,
        state: customer.state,
        country: 'US',
        postalCode: /^\d+$/.test(customer.zip) ? Number(customer.zip) : customer.zip,
        fullAddress: `${customer.street}, ${customer.city}, ${customer.state} ${customer.zip}`,
      },
    },
    design: pricedDesign(system, random),
    financeProduct: product,
    financeMethod: { id: uuidFrom(random), pluginName: product.plugin },
    salesTeams: rep ? [{ id: uuidFrom(random), name: 'Field sales' }] : [],
    downPayment: system.downPayment,
    netCost,
    grossCost: system.grossCost,
    netPPW: round(netCost / system.sizeWatts),
    grossPPW: round(system.grossCost / system.sizeWatts),
    basePPW: round(system.baseCost / system.sizeWatts),
    baseCost: system.baseCost,
    dealerFee: system.dealerFees,
    dealerFeePercent: round(system.dealerFees / system.grossCost, 4),
    financeCost: system.dealerFees,
    federalRebateBase: netCost,
    federalRebateTotal: rebate,
    rebatesTotal: rebate,
    discountsTotal: 0,
    taxRate: 0,
    equipmentTotal: round(system.baseCost * 0.45),
    batteryTotal: system.batteryCount * 11_500,
    inverterTotal: round(system.inverterCount * 185),
    moduleTotal: round(system.panelCount * 240),
    systemAddersTotal: addersTotal,
    valueAddersTotal: 0,
    systemSizeWatts: system.sizeWatts,
    totalSystemSizeWatts: system.sizeWatts,
    adderPricing: {
      valueAdders: [],
      systemAdders: adders,
      skippedAdders: [],
      availableValueAdders: available,
    },
    calculatedSystemAdders: adders,
    calculatedValueAdders: [],
    calculatedEquipment: [
      {
        id: uuidFrom(random),
        type: 'module',
        name: system.panel.name,
        count: system.panelCount,
        fieldInputs: [],
      },
      {
        id: uuidFrom(random),
        type: 'inverter',
        name: system.inverter.name,
        count: system.inverterCount,
        fieldInputs: [],
      },
    ],
    calculatedRebates: [{ id: uuidFrom(random), name: 'Federal tax credit', amount: rebate, percent: 0.3 }],
    calculatedDiscounts: [],
    calculatedTaxes: { totalTax: 0, priceableItems: Object.fromEntries(priced) },
    availableAdderTaxes: Object.fromEntries(
      Array.from({ length: 90 }, () => [uuidFrom(random), { tax: 0, costWithTax: round(random() * 4_000) }]),
    ),
    withDealerFees: {
      netCost: system.grossCost,
      netPPW: round(system.grossCost / system.sizeWatts),
      adders: addersTotal,
    },
    pricingSettings: {
      pricingModel: 'ppw',
      includeAddersInPPW: false,
      roundTo: 2,
      tiers: Array.from({ length: 24 }, (_, place) => ({
        id: uuidFrom(random),
        fromWatts: place * 1_000,
        toWatts: (place + 1) * 1_000,
        basePPW: round(3.6 - place * 0.03),
        minimumPPW: round(3.1 - place * 0.03),
      })),
    },
  };
}

function calculatedAdder({ id, name, cost, quantity }: System['adders'][number], random: () => number) {
  return {
    id: uuidFrom(random),
    name,
    displayName: name,
    uniqueKey: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id}`,
    amount: cost * quantity,
    quantity,
    pricingOptionName: 'Flat',
    fieldInputs: [],
    pricingOptions: [
      { id: uuidFrom(random), name: 'Flat', type: 'fixed', amount: cost, isDealerFeeApplied: true },
    ],
    visibility: { installer: true, salesOrg: true, homeowner: false },
  };
}

function financeProduct(system: System, random: () => number) {
  const cash = system.financeMethod === 'cash';
  return {
    id: uuidFrom(random),
    name: cash ? 'Cash' : `${system.lender} 25 years 5.99%`,
    plugin: cash ? 'cash' : 'loan',
    status: 'active',
    termMonths: cash ? 0 : 300,
    dealerFeePercent: cash ? 0 : 0.18,
    financeMethod: cash ? 'CASH' : 'LOAN',
    financeMethodName: cash ? 'Cash' : 'Loan',
    methodId: uuidFrom(random),
    createdAt: '2024-02-01T17:20:11.000Z',
    updatedAt: '2025-06-12T09:03:44.000Z',
  };
}
