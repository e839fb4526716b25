import type { Metadata } from 'next';
import { RefusalsPage } from '#components/refusals/refusals-page.tsx';

export const metadata: Metadata = { title: 'Refused' };

export default function Page() {
  return <RefusalsPage />;
}
