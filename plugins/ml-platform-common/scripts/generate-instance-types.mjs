/**
 * Makes src/cluster/instanceTypeFacts.json from answers of ec2:DescribeInstanceTypes.
 *
 *   node scripts/generate-instance-types.mjs <instance_types.json[.gz]> <YYYY-MM-DD> <source>
 *
 * The input is a map from type to what AWS answers for it, as the Python package
 * `moto` carries it (moto/ec2/resources/instance_types.json.gz, made by its
 * maintainers from the AWS API), or a list of what
 * `aws ec2 describe-instance-types --query InstanceTypes` prints.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const [file, asOf, source] = process.argv.slice(2);
if (!file || !/^\d{4}-\d{2}-\d{2}$/.test(asOf ?? '') || !source) {
  process.stderr.write(
    'usage: generate-instance-types.mjs <instance_types.json[.gz]> <YYYY-MM-DD> <source>\n',
  );
  process.exit(1);
}
const bytes = readFileSync(file);
const types = Object.values(
  JSON.parse(String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)),
);

/** Model and number of the accelerators of a type; a part of a GPU counts as its part. */
function accelerator(type) {
  const gpu = type.GpuInfo?.Gpus?.[0];
  if (gpu) {
    return {
      accelerator: `${gpu.Manufacturer} ${gpu.Name}`,
      count: gpu.Count > 0 ? gpu.Count : gpu.GpuPartitionSize ?? 0,
    };
  }
  const device =
    type.NeuronInfo?.NeuronDevices?.[0] ??
    type.InferenceAcceleratorInfo?.Accelerators?.[0];
  return device
    ? { accelerator: `AWS ${device.Name}`, count: device.Count }
    : { count: 0 };
}

const rows = types
  .map(type => {
    const { accelerator: model, count } = accelerator(type);
    const architectures = type.ProcessorInfo.SupportedArchitectures;
    const row = [
      type.InstanceType,
      type.VCpuInfo.DefaultVCpus,
      type.MemoryInfo.SizeInMiB / 1024,
      architectures.includes('arm64') ? 'arm64' : architectures.at(-1),
    ];
    return model ? [...row, model, count] : row;
  })
  .sort(([one], [other]) => (one < other ? -1 : 1));

writeFileSync(
  new URL('../src/cluster/instanceTypeFacts.json', import.meta.url),
  `{
  "asOf": ${JSON.stringify(asOf)},
  "source": ${JSON.stringify(source)},
  "columns": [
    "type",
    "vcpu",
    "memoryGiB",
    "architecture",
    "accelerator",
    "acceleratorCount"
  ],
  "types": [
${rows
  .map(row => `    [${row.map(cell => JSON.stringify(cell)).join(', ')}]`)
  .join(',\n')}
  ]
}
`,
);
process.stdout.write(`${rows.length} instance types written\n`);
