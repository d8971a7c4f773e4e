{{- define "sagemaker-dashboard.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "sagemaker-dashboard.labels" -}}
{{ include "sagemaker-dashboard.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
