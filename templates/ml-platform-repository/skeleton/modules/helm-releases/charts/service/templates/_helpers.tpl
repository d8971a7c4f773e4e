{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Values.name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "service.secretName" -}}
{{ .Values.name }}-credentials
{{- end }}

{{- define "service.scales" -}}
{{- if gt (int .Values.autoscaling.maxReplicas) (int .Values.autoscaling.minReplicas) }}true{{ end }}
{{- end }}

{{- define "service.probe" -}}
{{- if .Values.healthPath -}}
httpGet:
  path: {{ .Values.healthPath }}
  port: main
{{- else -}}
tcpSocket:
  port: main
{{- end }}
{{- end }}
