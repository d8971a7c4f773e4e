/**
 * What EKS does, and a person may do at once, about a fault of an accelerator.
 *
 * @public
 */
export interface AcceleratorFault {
  message: string;
  action: 'Reboot' | 'Replace';
}

const XID: Record<number, AcceleratorFault> = Object.fromEntries([
  ...([13, 31, 48, 63, 64, 94, 95] as const).map(code => [
    code,
    { message: xidMessage(code), action: 'Reboot' as const },
  ]),
  ...([74, 79, 119, 120, 121, 140] as const).map(code => [
    code,
    { message: xidMessage(code), action: 'Replace' as const },
  ]),
]);

function xidMessage(code: number): string {
  const words: Record<number, string> = {
    13: 'a program broke a rule of the graphics engine',
    31: 'a memory page fault',
    48: 'a double bit error of the memory',
    63: 'a memory row is remapped, or its page retired',
    64: 'remapping a memory row failed',
    74: 'an NVLink error',
    79: 'the GPU has fallen off the bus',
    94: 'a contained memory error',
    95: 'an uncontained memory error',
    119: "the GPU's system processor does not answer",
    120: "an error of the GPU's system processor",
    121: 'an NVLink error between chips',
    140: 'an unrecovered memory error',
  };
  return `NVIDIA reports XID ${code}: ${words[code]}`;
}

/**
 * The fault that a reason of the node monitoring agent names; undefined for one
 * that is not known here, whose own message is shown.
 *
 * Sources: {@link https://docs.aws.amazon.com/eks/latest/userguide/node-health.html},
 * {@link https://docs.nvidia.com/deploy/xid-errors/}
 *
 * @public
 */
export function acceleratorFault(reason: string): AcceleratorFault | undefined {
  const xid = /^NvidiaXID(\d+)Error$/.exec(reason);
  if (xid) {
    return XID[Number(xid[1])];
  }
  if (reason === 'NvidiaDoubleBitError') {
    return {
      message: 'NVIDIA reports a double bit error of the memory',
      action: 'Replace',
    };
  }
  if (reason === 'NvidiaNVLinkError') {
    return { message: 'NVIDIA reports an NVLink error', action: 'Replace' };
  }
  return /^Neuron(DMA|HBM|NC|SRAM)/.test(reason)
    ? { message: `The Neuron driver reports ${reason}`, action: 'Replace' }
    : undefined;
}
