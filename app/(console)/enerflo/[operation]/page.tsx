import type { Metadata } from 'next';
import { OperationPage } from '#components/actions/operation-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';
import { operationNamed } from '#lib/operations/registry.ts';

export async function generateMetadata({ params }: PageProps<'/enerflo/[operation]'>): Promise<Metadata> {
  const { operation } = await params;
  return { title: operationNamed(operation)?.label ?? 'Do in Enerflo' };
}

export default async function Page({ params }: PageProps<'/enerflo/[operation]'>) {
  await requireRole('operator');
  const { operation } = await params;
  return <OperationPage name={operation} />;
}
