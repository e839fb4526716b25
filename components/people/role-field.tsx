import type { UseFormRegisterReturn } from 'react-hook-form';
import { roleWords } from '#components/console/role-words.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { type Role, roles } from '#lib/auth/roles.ts';

const options = roles.map((role) => ({ value: role, label: roleWords[role].label }));

interface RoleFieldProps {
  chosen: Role;
  /** What `register` of the form gives. */
  control: UseFormRegisterReturn;
}

/** A role to choose, with what it lets somebody do. Each may all that those before it may. */
export function RoleField({ chosen, control }: RoleFieldProps) {
  return (
    <Field label="Role" required help={`${roleWords[chosen].label}: ${roleWords[chosen].may}.`}>
      <Select options={options} {...control} />
    </Field>
  );
}
