import { defineFunction } from "../invoke-function";

export const getPartition = defineFunction({
  token: "aws:index/getPartition:getPartition",
  invoke: ({ partition }) => ({
    id: partition.id,
    partition: partition.id,
    dnsSuffix: partition.dnsSuffix,
    reverseDnsPrefix: partition.dnsSuffix.split(".").reverse().join("."),
  }),
});
