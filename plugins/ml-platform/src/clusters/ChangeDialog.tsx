import {
  Button,
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { CopyableCommand } from '../format';

/** For what no repository declares: the commands that change it, and the console. */
export function ChangeDialog(props: {
  /** On the button: `Change`. */
  label: string;
  /** Of the button, for those who do not see what is around it. */
  ariaLabel?: string;
  /** `Change gpu-a10` */
  title: string;
  commands: { title: string; command: string }[];
  console?: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
}) {
  const { label, ariaLabel, title, commands, console, variant } = props;
  return (
    <DialogTrigger>
      <Button
        variant={variant ?? 'secondary'}
        size="small"
        aria-label={ariaLabel}
      >
        {label}
      </Button>
      <Dialog width={640}>
        <DialogHeader>{title}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text as="p">
              No repository that this portal knows declares it, so there is no
              form for it. Whoever may change it in AWS does so with these
              commands; code that declares it elsewhere is to be changed too.
            </Text>
            {commands.map(command => (
              <CopyableCommand key={command.title} {...command} />
            ))}
          </Flex>
        </DialogBody>
        <DialogFooter>
          {console && (
            <ButtonLink
              variant="primary"
              href={console}
              target="_blank"
              iconEnd={<RiExternalLinkLine />}
            >
              Open the AWS console
            </ButtonLink>
          )}
          <Button variant="secondary" slot="close">
            Close
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
