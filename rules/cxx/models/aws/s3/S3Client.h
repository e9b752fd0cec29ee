// Model of the AWS SDK's client of S3. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace S3 {

enum class S3Errors { UNKNOWN = 0, NO_SUCH_BUCKET = 128, NO_SUCH_KEY, ACCESS_DENIED = 15, REQUEST_TIMEOUT = 25 };
using S3Error = Client::AWSError<S3Errors>;
namespace Model {
class Object {
 public:
  const String& GetKey() const;
  long long GetSize() const;
};
/// What the requests that name a bucket and a key share; a setter for a bucket or a key that a
/// request lacks does no harm.
class Request {
 public:
  void SetBucket(const String& bucket);
  void SetKey(const String& key);
  void SetPrefix(const String& prefix);
  void SetMaxKeys(int n);
  void SetContinuationToken(const String& token);
  void SetBody(const std::shared_ptr<IOStream>& body);
  void SetContentType(const String& type);
  void SetContentLength(long long n);
  void SetRange(const String& range);
  void SetCopySource(const String& source);
  Request& WithBucket(const String& bucket);
  Request& WithKey(const String& key);
};
class GetObjectRequest : public Request {};
class PutObjectRequest : public Request {};
class HeadObjectRequest : public Request {};
class DeleteObjectRequest : public Request {};
class CopyObjectRequest : public Request {};
class ListObjectsV2Request : public Request {};
class ListObjectsRequest : public Request {};
class HeadBucketRequest : public Request {};
class CreateBucketRequest : public Request {};
class GetObjectResult {
 public:
  IOStream& GetBody() const;
  long long GetContentLength() const;
  const String& GetETag() const;
};
class Result {
 public:
  const String& GetETag() const;
};
class ListObjectsResult {
 public:
  const Vector<Object>& GetContents() const;
  bool GetIsTruncated() const;
  const String& GetNextContinuationToken() const;
};
using GetObjectOutcome = Utils::Outcome<GetObjectResult, S3Error>;
using PutObjectOutcome = Utils::Outcome<Result, S3Error>;
using ListObjectsV2Outcome = Utils::Outcome<ListObjectsResult, S3Error>;
}  // namespace Model

class S3Client : public Client::AWSClient {
 public:
  explicit S3Client(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  S3Client(const Client::ClientConfiguration& config,
           Client::AWSAuthV4Signer::PayloadSigningPolicy policy, bool virtual_addressing = true);
  S3Client(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  S3Client(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config,
           Client::AWSAuthV4Signer::PayloadSigningPolicy policy, bool virtual_addressing = true);
  S3Client(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
           const Client::ClientConfiguration& config);
  S3Client(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
           const Client::ClientConfiguration& config,
           Client::AWSAuthV4Signer::PayloadSigningPolicy policy, bool virtual_addressing = true);
  Model::GetObjectOutcome GetObject(const Model::GetObjectRequest& request) const;
  Model::PutObjectOutcome PutObject(const Model::PutObjectRequest& request) const;
  Model::PutObjectOutcome HeadObject(const Model::HeadObjectRequest& request) const;
  Model::PutObjectOutcome DeleteObject(const Model::DeleteObjectRequest& request) const;
  Model::PutObjectOutcome CopyObject(const Model::CopyObjectRequest& request) const;
  Model::PutObjectOutcome HeadBucket(const Model::HeadBucketRequest& request) const;
  Model::PutObjectOutcome CreateBucket(const Model::CreateBucketRequest& request) const;
  Model::ListObjectsV2Outcome ListObjectsV2(const Model::ListObjectsV2Request& request) const;
  Model::ListObjectsV2Outcome ListObjects(const Model::ListObjectsRequest& request) const;
};
using S3ClientConfiguration = Client::ClientConfiguration;

}  // namespace S3
}  // namespace Aws
