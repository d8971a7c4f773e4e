output "vpc_id" {
  description = "Id of the network."
  value       = aws_vpc.main.id
}

output "vpc_cidr_block" {
  description = "IPv4 range of the network."
  value       = aws_vpc.main.cidr_block
}

output "private_subnet_ids" {
  description = "Private subnets, in the order of availability_zones. Known once their way out exists, so that nodes do not start without one."
  value       = [for zone in var.availability_zones : aws_subnet.private[zone].id]
  depends_on  = [aws_route.private_internet, aws_route_table_association.private]
}

output "public_subnet_ids" {
  description = "Public subnets, in the order of availability_zones."
  value       = [for zone in var.availability_zones : aws_subnet.public[zone].id]
  depends_on  = [aws_route.public_internet, aws_route_table_association.public]
}

output "private_subnet_cidr_blocks" {
  description = "Ranges of the private subnets, in the order of availability_zones."
  value       = [for zone in var.availability_zones : local.private_subnets[zone]]
}

output "public_subnet_cidr_blocks" {
  description = "Ranges of the public subnets, in the order of availability_zones."
  value       = [for zone in var.availability_zones : local.public_subnets[zone]]
}

output "availability_zones" {
  description = "Zones that the network spans."
  value       = var.availability_zones
}

output "nat_public_ips" {
  description = "Addresses that calls from the private subnets come from."
  value       = [for zone in local.nat_zones : aws_eip.nat[zone].public_ip]
}

output "s3_vpc_endpoint_id" {
  description = "Gateway endpoint through which the subnets reach S3."
  value       = aws_vpc_endpoint.s3.id
}
