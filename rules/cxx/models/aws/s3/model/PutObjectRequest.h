// Model of the AWS SDK: all of it is in S3Client.h.
#pragma once
#include <aws/s3/S3Client.h>
