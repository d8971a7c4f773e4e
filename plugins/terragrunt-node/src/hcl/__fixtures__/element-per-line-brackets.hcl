inputs = {
  workloads =  [
    {
      name = "a" },
    {
      name = "b" }]
  names = [
    "a",
    "b"]
}
