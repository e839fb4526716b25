import type { Seeded } from '../seeded.ts';

type Ids = { deal: string; customer: string };

/** An Enerflo 2.0 `deal.projectSubmitted` with the keys of the captured one (field facts 4.3), grown to `size` bytes. */
export function projectSubmitted(made: Seeded, ids: Ids, size: number): string {
  const adders: object[] = [];
  const taxes: Record<string, object> = {};
  const body = {
    event: 'deal.projectSubmitted',
    payload: {
      targetOrg: made.uuid(),
      initiatedBy: made.uuid(),
      customer: { id: ids.customer, firstName: 'Carmen', lastName: 'Castillo' },
      deal: {
        id: ids.deal,
        shortCode: made.chars(9, 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
        salesRep: { id: made.uuid() },
        files: several(30, () => file(made)),
        state: {
          hasDesign: true,
          hasSignedContract: true,
          hasSubmittedProject: true,
          financingStatus: 'approved',
          selectedProposal: made.uuid(),
          signedContractFiles: [{ name: 'contract.pdf', externalUrl: signedUrl(made) }],
          'site-survey': { 'roof-age': made.int(0, 40), 'main-panel': `${made.int(100, 200)}A` },
        },
      },
      design: {
        id: made.uuid(),
        files: several(3, () => file(made)),
        totalSystemSizeWatts: made.int(3000, 16_000),
      },
      proposal: { id: made.uuid(), files: [], pricingOutputs: pricing(made, adders, taxes) },
    },
  };
  let length = Buffer.byteLength(JSON.stringify(body));
  while (length < size) {
    const one = adder(made);
    const tax = { tax: made.decimal(0, 400), costWithTax: made.decimal(0, 5000) };
    adders.push(one);
    taxes[one.id] = tax;
    length += JSON.stringify(one).length + JSON.stringify(tax).length + one.id.length + 5;
  }
  return JSON.stringify(body);
}

function pricing(made: Seeded, adders: object[], taxes: Record<string, object>) {
  return {
    deal: {
      projectAddress: {
        lat: made.decimal(31, 33),
        lng: -made.decimal(110, 112),
        line1: `${made.int(1, 9999)} Juniper Way`,
        city: 'Tucson',
        state: 'AZ',
        postalCode: made.int(85_701, 85_775),
      },
    },
    design: {
      arrays: several(6, () => roofArray(made)),
      inverters: [
        {
          id: made.uuid(),
          model: 'IQ8PLUS-72-2-US',
          manufacturer: 'Enphase',
          count: made.int(8, 40),
          isMicro: true,
        },
      ],
      offset: made.decimal(0, 2),
      firstYearProduction: made.decimal(4000, 20_000),
      consumptionProfile: {
        annualConsumption: made.decimal(6000, 20_000),
        consumption: several(12, () => made.decimal(300, 2000)),
      },
    },
    financeProduct: {
      id: made.uuid(),
      name: 'Loan 25 years',
      termMonths: 300,
      dealerFeePercent: made.decimal(0, 30),
    },
    netCost: made.decimal(10_000, 80_000),
    grossCost: made.decimal(10_000, 90_000),
    netPPW: made.decimal(2, 6),
    calculatedSystemAdders: adders,
    availableAdderTaxes: taxes,
  };
}

function roofArray(made: Seeded) {
  return {
    module: { id: made.uuid(), name: 'Q.PEAK DUO BLK ML-G10+ 400', manufacturer: 'Qcells', capacity: 400 },
    moduleCount: made.int(4, 24),
    azimuth: made.decimal(0, 360),
    pitch: made.decimal(0, 45),
    tsrf: made.decimal(0, 1),
    solarAccessByMonth: several(12, () => made.decimal(50, 100)),
  };
}

function adder(made: Seeded) {
  return {
    id: made.uuid(),
    name: `${made.pick(['Trenching', 'Main panel upgrade', 'Critter guard', 'EV charger'])} ${made.int(1, 999)}`,
    uniqueKey: made.chars(20, 'abcdefghijklmnopqrstuvwxyz-'),
    amount: made.decimal(0, 5000),
    fieldInputs: {
      quantity: made.int(1, 90),
      perWatt: made.flag(),
      note: made.chars(40, 'abcdefghij klmnop qrstuvwxyz'),
    },
    pricingOptionName: made.pick(['per watt', 'flat', 'per foot']),
  };
}

function file(made: Seeded) {
  return {
    id: made.uuid(),
    name: `photo-${made.int(1, 9999)}.jpg`,
    source: 'upload',
    url: signedUrl(made),
    isPublic: false,
  };
}

function signedUrl(made: Seeded): string {
  const signature = made.chars(27, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
  return `https://files.example.com/${made.uuid()}/${made.uuid()}?Expires=${made.int(1_760_000_000, 1_799_999_999)}&Signature=${signature}%3D`;
}

function several<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
