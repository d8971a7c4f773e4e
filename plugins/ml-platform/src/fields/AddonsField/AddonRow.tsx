import { ButtonIcon, Combobox, TextField } from '@backstage/ui';
import { EKS_ADDONS } from '@ml-platform/plugin-ml-platform-common';
import { RiDeleteBinLine } from '@remixicon/react';
import { Note } from '../frame';
import styles from './AddonsField.module.css';
import type { StoredAddon } from './schema';
import { addonProblem } from './validation';

/** One add-on: its name, from the list of EKS or typed, version and role. */
export function AddonRow(props: {
  number: number;
  addon: StoredAddon;
  isDisabled: boolean;
  onChange(addon: StoredAddon): void;
  onRemove(): void;
}) {
  const { number, addon, isDisabled, onChange, onRemove } = props;
  const known = EKS_ADDONS.find(({ name }) => name === addon.name);
  const set = (part: Partial<StoredAddon>) => {
    const { name, version, roleArn } = { ...addon, ...part };
    onChange({
      name,
      ...(version ? { version } : {}),
      ...(roleArn ? { roleArn } : {}),
    });
  };
  const problem = addonProblem(addon);
  const label = addon.name || `${number}`;
  return (
    <fieldset className={styles.addon} aria-label={`Add-on ${label}`}>
      <div className={styles.inputs}>
        <Combobox
          label="Name"
          isRequired
          isDisabled={isDisabled}
          allowsCustomValue
          placeholder="Choose, or type a name"
          options={EKS_ADDONS.map(({ name, purpose }) => ({
            id: name,
            label: name,
            description: purpose,
          }))}
          search={{
            inputValue: addon.name,
            onInputChange: text => set({ name: text.trim() }),
          }}
          value={known?.name ?? null}
          onChange={key => {
            if (key !== null) {
              set({ name: String(key) });
            }
          }}
        />
        <TextField
          label="Version"
          isDisabled={isDisabled}
          placeholder="The one for the Kubernetes version"
          spellCheck="false"
          value={addon.version ?? ''}
          onChange={text => set({ version: text.trim() })}
        />
        <ButtonIcon
          className={styles.remove}
          variant="tertiary"
          size="small"
          aria-label={`Remove add-on ${label}`}
          icon={<RiDeleteBinLine />}
          isDisabled={isDisabled}
          onPress={onRemove}
        />
      </div>
      <TextField
        label="Role of its service account"
        isDisabled={isDisabled}
        placeholder="arn:aws:iam::123456789012:role/name"
        spellCheck="false"
        value={addon.roleArn ?? ''}
        onChange={text => set({ roleArn: text.trim() })}
      />
      <div role="status">
        {problem && addon.name !== '' ? (
          <Note kind="warning">{problem}</Note>
        ) : (
          known && (
            <Note kind="info">
              For {known.purpose}
              {known.needsRole && !addon.roleArn
                ? '. It usually needs a role of its own to work with AWS.'
                : '.'}
            </Note>
          )
        )}
      </div>
    </fieldset>
  );
}
